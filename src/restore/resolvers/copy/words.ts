import { englishFlowWords, type FlowWords, type Formatting, germanFlowWords } from "../../../flow/index.js";
import { germanConfirmation } from "./de/confirmation.js";
import { germanPicker } from "./de/picker.js";
import { germanBand } from "./de/band.js";
import { germanBasis } from "./de/basis.js";
import { germanCheckList } from "./de/check-list.js";
import { germanChecks } from "./de/checks.js";
import { germanConfirm } from "./de/confirm.js";
import { germanFindings } from "./de/findings.js";
import { germanGates } from "./de/gates.js";
import { germanIdentity } from "./de/identity.js";
import { germanMappings } from "./de/mappings.js";
import { germanPage } from "./de/page.js";
import { germanPreview } from "./de/preview.js";
import { germanReasons } from "./de/reasons.js";
import { germanScope } from "./de/scope.js";
import { germanSource } from "./de/source.js";
import { germanOutcomeReasons } from "./de/outcome-reasons.js";
import { germanCancel } from "./de/cancel.js";
import { germanLeaving } from "./de/leaving.js";
import { germanProblems } from "./de/problems.js";
import { germanProof } from "./de/proof.js";
import { germanRecord } from "./de/record.js";
import { germanResults } from "./de/results.js";
import { germanSteps } from "./de/steps.js";
import { germanUpkeep } from "./de/upkeep.js";
import { germanTerms } from "./de/terms.js";
import { germanWizard } from "./de/wizard.js";
import { type ConfirmationPageWords, englishConfirmation } from "./en/confirmation.js";
import { type PickerWords, englishPicker } from "./en/picker.js";
import { type BandWords, englishBand } from "./en/band.js";
import { type BasisWords, englishBasis } from "./en/basis.js";
import { type CheckListWords, englishCheckList } from "./en/check-list.js";
import { englishChecks, type ChecksWords } from "./en/checks.js";
import { englishConfirm, type ConfirmWords } from "./en/confirm.js";
import { englishFindings } from "./en/findings.js";
import { englishGates, type GatesWords } from "./en/gates.js";
import { englishIdentity, type IdentityWords } from "./en/identity.js";
import { englishMappings, type MappingsWords } from "./en/mappings.js";
import { englishPage, type PageWords } from "./en/page.js";
import { englishPreview, type PreviewWords } from "./en/preview.js";
import { englishReasons, type ReasonsWords } from "./en/reasons.js";
import { englishScope, type ScopeWords } from "./en/scope.js";
import { englishSource, type SourceWords } from "./en/source.js";
import { englishOutcomeReasons, type OutcomeReasonsWords } from "./en/outcome-reasons.js";
import { type CancelWords, englishCancel } from "./en/cancel.js";
import { englishLeaving, type LeavingWords } from "./en/leaving.js";
import { englishProblems, type ProblemWords } from "./en/problems.js";
import { englishProof, type ProofWords } from "./en/proof.js";
import { englishRecord, type RecordWords } from "./en/record.js";
import { englishResults, type ResultsWords } from "./en/results.js";
import { englishSteps, type StepsWords } from "./en/steps.js";
import { englishUpkeep, type UpkeepWords } from "./en/upkeep.js";
import { englishTerms, type TermsWords } from "./en/terms.js";
import { englishWizard, type WizardWords } from "./en/wizard.js";
import type { FindingWords } from "./finding-words.js";
import { germanChanges } from "./de/changes.js";
import { type ChangesWords, englishChanges } from "./en/changes.js";

/** Languages that Restore Run speaks. */
export type RestoreLanguage = "en" | "de";

/** Every sentence of Restore Run in one language, by section. A key that a language lacks, or has too much, does not compile. */
export interface RestoreWords {
  /** The language of the sentences; a locale that Restore Run does not speak has English ones. */
  readonly language: RestoreLanguage;
  /** What restore shares with every workflow. */
  readonly flow: FlowWords;
  readonly wizard: WizardWords;
  readonly page: PageWords;
  readonly problems: ProblemWords;
  readonly leaving: LeavingWords;
  readonly cancel: CancelWords;
  readonly terms: TermsWords;
  readonly steps: StepsWords;
  readonly source: SourceWords;
  readonly scope: ScopeWords;
  readonly checks: ChecksWords;
  readonly checkList: CheckListWords;
  readonly preview: PreviewWords;
  readonly confirm: ConfirmWords;
  readonly identity: IdentityWords;
  readonly mappings: MappingsWords;
  readonly gates: GatesWords;
  readonly reasons: ReasonsWords;
  readonly confirmation: ConfirmationPageWords;
  readonly picker: PickerWords;
  readonly band: BandWords;
  readonly basis: BasisWords;
  readonly upkeep: UpkeepWords;
  readonly findings: FindingWords;
  readonly changes: ChangesWords;
  readonly proof: ProofWords;
  readonly results: ResultsWords;
  readonly record: RecordWords;
  readonly outcomeReasons: OutcomeReasonsWords;
}

const languages: Readonly<Record<RestoreLanguage, (format: Formatting) => RestoreWords>> = {
  en: (format) => ({
    language: "en",
    flow: englishFlowWords(format),
    wizard: englishWizard(format),
    page: englishPage(format),
    problems: englishProblems(),
    leaving: englishLeaving(),
    cancel: englishCancel(format),
    terms: englishTerms(format),
    steps: englishSteps(),
    source: englishSource(format),
    scope: englishScope(format),
    checks: englishChecks(format),
    checkList: englishCheckList(format),
    preview: englishPreview(format),
    confirm: englishConfirm(format),
    identity: englishIdentity(),
    mappings: englishMappings(format),
    gates: englishGates(),
    reasons: englishReasons(format),
    confirmation: englishConfirmation(format),
    picker: englishPicker(format),
    band: englishBand(),
    basis: englishBasis(format),
    upkeep: englishUpkeep(),
    findings: englishFindings(format),
    changes: englishChanges(format),
    proof: englishProof(format),
    results: englishResults(format),
    record: englishRecord(format),
    outcomeReasons: englishOutcomeReasons(format),
  }),
  de: (format) => ({
    language: "de",
    flow: germanFlowWords(format),
    wizard: germanWizard(format),
    page: germanPage(format),
    problems: germanProblems(),
    leaving: germanLeaving(),
    cancel: germanCancel(format),
    terms: germanTerms(format),
    steps: germanSteps(),
    source: germanSource(format),
    scope: germanScope(format),
    checks: germanChecks(format),
    checkList: germanCheckList(format),
    preview: germanPreview(format),
    confirm: germanConfirm(format),
    identity: germanIdentity(),
    mappings: germanMappings(format),
    gates: germanGates(),
    reasons: germanReasons(format),
    confirmation: germanConfirmation(format),
    picker: germanPicker(format),
    band: germanBand(),
    basis: germanBasis(format),
    upkeep: germanUpkeep(),
    findings: germanFindings(format),
    changes: germanChanges(format),
    proof: germanProof(format),
    results: germanResults(format),
    record: germanRecord(format),
    outcomeReasons: germanOutcomeReasons(format),
  }),
};

/** The sentences for one formatting. A language that Restore Run does not speak is served in English, its numbers and moments in its own way. */
export function restoreWords(format: Formatting): RestoreWords {
  const [language = "en"] = format.locale.toLowerCase().split("-");
  return Object.hasOwn(languages, language) ? languages[language as RestoreLanguage](format) : languages.en(format);
}
