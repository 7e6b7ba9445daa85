"use client";

import { CheckList, ScopePicker, TypedConfirmation } from "checkrail";
import { castOf, resolvePicker, scenario, scenarioContext, scenarioItems } from "checkrail/testing";
import { useState } from "react";

/** A client component: what the operator does arrives as intents. */
export function Confirmation() {
  const [typed, setTyped] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const { facts } = scenario("mapping_required");
  return (
    <>
      <ScopePicker model={resolvePicker(facts, scenarioItems, query, scenarioContext)} onSearch={setQuery} />
      <CheckList model={castOf("checks_not_evaluated").checkList} />
      <TypedConfirmation model={castOf("confirmation_open").typedConfirmation} onType={setTyped} />
      <output data-testid="typed">{typed}</output>
    </>
  );
}
