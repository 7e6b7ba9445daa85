import type { ActionModel } from "./action.js";
import type { InstantModel, NonEmptyList } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { LoadingBody } from "./evidence-body.js";
import type { NameModel, SentenceModel } from "./external-text.js";
import type { RemainderModel } from "./measure.js";

/** The whole input of `Receipt`: one redacted, hashed document of what was decided and what came of it (BY-12). */
export interface ReceiptViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Restore receipt".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | IssuedReceipt | MissingReceipt;
}

/** There is a receipt. */
export interface IssuedReceipt {
  readonly state: "issued";
  /** When the facts in it were put together. */
  readonly issuedAt: InstantModel;
  /**
   * Version of the document's form.
   * @minLength 1
   */
  readonly version: string;
  readonly hash: ReceiptHash;
  readonly sections: NonEmptyList<ReceiptSection>;
  /**
   * What was left out on purpose, such as secrets and payloads.
   * @minLength 1
   */
  readonly redaction: string;
  /** What the document shows, one sentence each. */
  readonly proves: NonEmptyList<SentenceModel>;
  /** What it does not show, one sentence each; there always is something. */
  readonly doesNotProve: NonEmptyList<SentenceModel>;
  /** Ways to keep it, such as download and print. */
  readonly actions: readonly ActionModel[];
  readonly reason?: never;
}

/** There is none. */
export interface MissingReceipt {
  readonly state: "missing";
  /**
   * Why there is none.
   * @minLength 1
   */
  readonly reason: string;
  readonly sections?: never;
}

/** The fingerprint that tells this document from any other. */
export interface ReceiptHash {
  readonly algorithm: "sha-256";
  /**
   * 64 hexadecimal digits.
   * @pattern ^[0-9a-f]{64}$
   */
  readonly value: string;
  /**
   * What it covers and how it is checked, in one sentence.
   * @minLength 1
   */
  readonly text: string;
}

/** Facts of one kind. */
export interface ReceiptSection {
  /**
   * Stable id, such as "confirmation".
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title of the section.
   * @minLength 1
   */
  readonly title: string;
  readonly rows: NonEmptyList<ReceiptRow>;
  /** Facts that the document holds and this list does not; null where all are listed. */
  readonly more: RemainderModel | null;
}

/** One fact. */
export interface ReceiptRow {
  /**
   * Stable id within the section.
   * @minLength 1
   */
  readonly id: string;
  readonly label: NameModel;
  /** The fact; that it was not recorded is said in words of ours. */
  readonly value: NameModel;
  /** How the value is set: identifiers and hashes in a monospaced face. */
  readonly format: "text" | "code";
}
