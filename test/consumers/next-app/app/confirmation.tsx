"use client";

import {
  ActionControl,
  CheckList,
  DryRunSwitch,
  MappingPickerDialog,
  MappingResolver,
  ScopePicker,
  TypedConfirmation,
} from "checkrail";
import { castOf, resolvePicker, scenario, scenarioContext, scenarioItems } from "checkrail/testing";
import { useState } from "react";

/** A client component: what the operator does arrives as intents. */
export function Confirmation() {
  const [typed, setTyped] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [picking, setPicking] = useState(false);
  const { facts } = scenario("mapping_required");
  const { mappingResolver } = castOf("mapping_required");
  const [picker] = mappingResolver.body.state === "mapping" ? mappingResolver.body.pickers : [];
  return (
    <>
      <ScopePicker model={resolvePicker(facts, scenarioItems, query, scenarioContext)} onSearch={setQuery} />
      <MappingResolver model={mappingResolver} />
      <DryRunSwitch model={castOf("confirmation_open").dryRunSwitch} />
      <CheckList model={castOf("checks_not_evaluated").checkList} />
      <TypedConfirmation model={castOf("confirmation_open").typedConfirmation} onType={setTyped} />
      <ActionControl
        model={{ kind: "callback", id: "open_picker", label: "Open the picker" }}
        onAction={() => setPicking(true)}
      />
      {picker ? (
        <MappingPickerDialog
          model={picker}
          source={{ external: "Field kiosks" }}
          usage="Group, used by 4 items"
          chosen={null}
          open={picking}
          onClose={() => setPicking(false)}
          onUse={() => setPicking(false)}
        />
      ) : null}
      <output data-testid="typed">{typed}</output>
    </>
  );
}
