import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { useNavigate } from "react-router";
import { addresses } from "../addresses.js";
import { call } from "../api/client.js";
import { useSession } from "../queries.js";

export interface NewRunButtonProps {
  workspace: string;
  environment: string;
  /** Name of the environment, so that the button says where it leads. */
  name: string;
  loud?: boolean;
}

/** Creates a draft and opens its first step. A member without the capability sees why it cannot (SI-11). */
export function NewRunButton({ workspace, environment, name, loud = false }: NewRunButtonProps) {
  const id = useId();
  const navigate = useNavigate();
  const session = useSession().data;
  const begun = useRef(false);
  const create = useMutation({
    mutationFn: () => call("create_restore_run", { workspace, environment }, { body: {} }),
    onSuccess: (answer) => {
      if (answer.ok) void navigate(addresses.step(workspace, environment, answer.value.run.id, "select_backup_set"));
    },
    onSettled: () => {
      begun.current = false;
    },
  });
  const refused = create.data?.ok === false ? create.data.problem : null;
  const may = session?.ok === true ? session.value.operator.capabilities.includes("restore.prepare") : true;
  const reason = may ? refused?.detail : "You may look at restore runs here, not prepare one.";
  return (
    <div className="new-run">
      <button
        type="button"
        className={loud ? "button loud" : "button"}
        aria-label={`New restore run for ${name}`}
        aria-disabled={may ? undefined : true}
        aria-describedby={reason === undefined ? undefined : id}
        aria-busy={create.isPending}
        onClick={() => {
          if (!may || begun.current) return;
          begun.current = true;
          create.mutate();
        }}
      >
        New restore run
      </button>
      {reason === undefined ? null : (
        <p id={id} className="quiet">
          {reason}
        </p>
      )}
    </div>
  );
}
