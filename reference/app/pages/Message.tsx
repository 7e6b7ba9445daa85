import type { HostAnswer } from "checkrail/restore";

/** Says that something is under way. */
export function Message({ text }: { text: string }) {
  return (
    <p className="page quiet" role="status">
      {text}
    </p>
  );
}

/** A page that could not be loaded: what the server said, every reason, and another try. */
export function ProblemMessage({ answer, onRetry }: { answer: HostAnswer<unknown>; onRetry: () => void }) {
  if (answer.ok) return null;
  const { title, detail, reasons } = answer.problem;
  return (
    <div className="page" role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map(({ code, reason }) => (
            <li key={code}>{reason}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
