import { useNavigate } from "react-router";
import type { HostAnswer } from "checkrail/restore";
import { ProblemPage } from "checkrail/restore/react";
import { plainContext } from "../addresses.js";

const context = plainContext();

/** Says that something is under way. */
export function Message({ text }: { text: string }) {
  return (
    <p className="page quiet" role="status">
      {text}
    </p>
  );
}

export interface ProblemMessageProps {
  answer: HostAnswer<unknown>;
  /** The page's heading; nothing where the page around has one. */
  heading?: string;
  onRetry: () => void;
}

/** What could not be read: what the server said, every reason, and one way forward. */
export function ProblemMessage({ answer, heading, onRetry }: ProblemMessageProps) {
  const navigate = useNavigate();
  if (answer.ok) return null;
  return (
    <ProblemPage
      interruption={{ problem: answer.problem, asked: "load", readAt: null }}
      context={context}
      subject="page"
      heading={heading}
      exit={heading === undefined ? null : { kind: "link", id: "overview", label: "Overview", href: "/" }}
      onAction={(id) => (id === "sign_in" ? window.location.reload() : onRetry())}
      onNavigate={(href) => void navigate(href)}
    />
  );
}
