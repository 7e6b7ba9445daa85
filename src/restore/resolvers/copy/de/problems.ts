import type { ProblemWords } from "../en/problems.js";

/** Words for what stands between the operator and the run, in German. */
export const germanProblems = (): ProblemWords => ({
  known: "Was bekannt ist",
  kept: "Was nicht verloren ging",
  anew: "Was neu einzugeben ist",
  confirmation: "Das Häkchen und die Bezeichnung.",
  title: {
    session_ended: "Ihre Anmeldung ist abgelaufen",
    too_many_requests: "Zu viele Anfragen",
    not_reached: "Server nicht erreicht",
    overdue: "Keine rechtzeitige Antwort",
    not_understood: "Antwort nicht verstanden",
    execution_unknown: "Ob die Ausführung eingereiht wurde, ist nicht bekannt",
    execution_not_queued: "Bisher keine Ausführung gefunden",
  },
  detail: {
    session_ended:
      "Der Server weiß nicht mehr, wer Sie sind. Melden Sie sich an, dann kommen Sie auf diese Seite zurück.",
    too_many_requests: "Der Server nimmt von hier vorerst keine weiteren Anfragen an.",
    not_reached: "Der Server war nicht erreichbar, oder seine Antwort brach ab.",
    overdue: "Der Server antwortete nicht in der Zeit, die diese Seite wartet.",
    not_understood: "Die Antwort hat nicht die vereinbarte Form. Es wurde nichts daraus übernommen.",
    execution_not_queued:
      "Die Anforderung der Ausführung blieb ohne Antwort, daher wurde der Restore-Lauf neu gelesen. Sie kann noch ankommen.",
  },
  knows: {
    nothing: "Es wurde nichts gelesen, daher ist nichts bekannt.",
    asRead: (at) =>
      `Diese Seite zeigt, was zu diesem Zeitpunkt gelesen wurde: ${at}. Seither kann es sich geändert haben.`,
    unchanged: (at) =>
      `Ihre Anfrage hat nichts geändert. Diese Seite zeigt den Restore-Lauf, wie er gelesen wurde: ${at}.`,
    moved: (at) =>
      `Der Restore-Lauf wurde geändert, nachdem er hier gelesen wurde: ${at}. Ihre Anfrage hat nichts geändert.`,
    gone: (at) =>
      `Den Restore-Lauf gab es zuletzt zu diesem Zeitpunkt: ${at}. Es gibt ihn nicht mehr, oder Sie dürfen ihn nicht mehr sehen. Ihre Anfrage hat nichts geändert.`,
    perhaps: (at) =>
      `Ob Ihre Anfrage ausgeführt wurde, ist nicht bekannt. Diese Seite zeigt den Restore-Lauf, wie er gelesen wurde: ${at}.`,
    execution: (at) =>
      `Die Anforderung kann angekommen sein. Als der Restore-Lauf gelesen wurde (${at}), hatte er keine Ausführung; bis er neu gelesen ist, fordert diese Seite keine an.`,
    noExecution: (at) =>
      `Der Restore-Lauf hatte keine Ausführung, als er gelesen wurde: ${at}. Ein Lauf wird höchstens einmal ausgeführt: eine erneute Anforderung kann keine zweite Ausführung starten.`,
  },
  keeps: {
    draft: "Was Sie zuvor angewendet haben, ist mit dem Restore-Lauf gespeichert.",
    choices: "Was Sie gewählt und nicht angewendet haben, bleibt in diesem Tab erhalten.",
  },
  action: {
    sign_in: "Anmelden und zurückkommen",
    ask_again: "Erneut anfragen",
    load_page: "Diese Seite neu laden",
    leave: "Diese Seite verlassen",
  },
  wait: (at) => `Der Server nimmt ab diesem Zeitpunkt wieder Anfragen an: ${at}.`,
});
