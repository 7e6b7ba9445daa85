/** Words for what stands between the operator and the run, in English. */
export const englishProblems = () => ({
  known: "What is known",
  kept: "What was not lost",
  anew: "What to enter anew",
  confirmation: "The tick and the typed label.",
  title: {
    session_ended: "Your session has ended",
    too_many_requests: "Too many requests",
    not_reached: "Server not reached",
    overdue: "No answer in time",
    not_understood: "Answer not understood",
    execution_unknown: "Whether execution was queued is not known",
    execution_not_queued: "No execution found so far",
  },
  detail: {
    session_ended: "The server no longer knows who you are. Sign in, and you come back to this page.",
    too_many_requests: "The server takes no more requests from here for now.",
    not_reached: "The server could not be reached, or its answer was cut off.",
    overdue: "The server did not answer in the time that this page waits.",
    not_understood: "The answer does not have the shape that was agreed. Nothing was taken from it.",
    execution_not_queued:
      "The request for execution was not answered, so the run was read again. The request may still arrive.",
  },
  /** What the page knows of the run, and since when. */
  knows: {
    nothing: "Nothing was read, so nothing is known.",
    asRead: (at: string) => `This page shows what was read at ${at}. It may have changed since.`,
    unchanged: (at: string) => `Your request changed nothing. This page shows the run as it was read at ${at}.`,
    moved: (at: string) => `The run was changed after it was read here at ${at}. Your request changed nothing.`,
    gone: (at: string) =>
      `The run was there at ${at}. It is gone, or you may no longer see it. Your request changed nothing.`,
    perhaps: (at: string) =>
      `Whether your request was carried out is not known. This page shows the run as it was read at ${at}.`,
    execution: (at: string) =>
      `The request may have arrived. The run had no execution when it was read at ${at}; until it is read again, this page asks for none.`,
    noExecution: (at: string) =>
      `The run had no execution when it was read at ${at}. A run is executed once at most: asking again cannot start a second execution.`,
  },
  keeps: {
    draft: "What you applied before is saved with the run.",
    choices: "What you chose and did not apply is kept in this tab.",
  },
  action: {
    sign_in: "Sign in and come back",
    ask_again: "Ask again",
    load_page: "Load this page again",
    leave: "Leave this page",
  },
  /** Why the server is not asked again yet. */
  wait: (at: string) => `The server takes requests again from ${at} on.`,
});

export type ProblemWords = Readonly<ReturnType<typeof englishProblems>>;
