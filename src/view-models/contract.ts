/** Version of the contract every root view model carries; a breaking change of any model raises it. */
export type ContractVersion = "1.0";

/** The contract version this package draws. */
export const contractVersion: ContractVersion = "1.0";
