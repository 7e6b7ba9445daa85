import type { ClaimGrammar } from "./policy.js";
import { spellings } from "./spellings.js";

/** How English denies, instructs and asks. */
export const englishGrammar: ClaimGrammar = {
  language: "en",
  endings: [],
  denials: spellings(`
    hardly, barely, scarcely, who says, who said, wrong to, false, untrue, incorrect, too early to, doubt, doubts,
    doubted, doubtful, deny, denies, denied, falls short of, fall short of, far from, anything but, in no way,
    under no circumstances, on no account, not one, not a single, zero, no, not, never, none, none of, nothing, nobody, no one, nowhere, neither, nor, without, cannot, isn't, aren't,
    ain't, wasn't, weren't, hasn't, haven't, hadn't, doesn't, don't, didn't, can't, couldn't, won't, wouldn't,
    shouldn't, mustn't, needn't, lack, lacks, lacking, unable to, failed to, fails to, rather than, instead of
  `),
  prefixes: ["un", "non"],
  pairs: [["neither", "nor"]],
  trailing: spellings(`
    does not exist, do not exist, does not exist yet, is not available, is not available yet, is unavailable, is
    missing, is absent, is not known, is unknown, is not claimed, is not implied, is not proven, is not shown, is
    not possible, not available, unavailable, missing, unknown, not claimed, is pending, pending, is incomplete,
    incomplete, is not complete
  `),
  answers: spellings(`
    no, none, never, nothing, false, not yet, not known, unknown, not verified, not available, unavailable,
    not recorded, not checked, not evaluated, not run, not proven, pending
  `),
  conditions: spellings(`
    if, whether, unless, until, till, before, when, once the, once this, once a, in case, provided that, as soon as,
    as long as, as if, as though, pending, awaiting
  `),
  duties: spellings(`
    can only, could only, may only, would be, would only be, must, must first, must then, should, should first,
    ought to, is to, are to, needs to, need to, has to, have to, yet to, still to, remains to,
    required to, needed to, how to, in order to
  `),
  instructions: spellings(`
    make sure, make sure that, be sure, ensure, ensure that, check that, verify that, confirm that, see that, prove
    that
  `),
  imperatives: spellings(`
    verify, prove, confirm, check, review, open, read, compare, inspect, validate, certify, ensure, guarantee,
    select, choose, wait, look, test, generate, view
  `),
  polite: spellings("please, to, first, then, now, always"),
  joins: ["and", "or", "then", "to"],
  alternatives: ["or", "nor"],
  questions: spellings(`
    is, are, was, were, has, have, had, did, does, do, should, shall, how can, how could, how do, can, could, will, would, may
  `),
  between: spellings(`
    beyond doubt, beyond a doubt, beyond any doubt, the same as, evidence of, proof of, sign of, in the least, in any way,
    very, quite, exactly, remotely, particularly, everything, made, declared, tell, tells, told, assume, assumes, assumed, assuming, think, believe, suppose, presume, make, makes, be, been, being, is, are, was, were, am, do, does, did, has, have, had, having, will, would, can, could, may,
    might, shall, must, should, yet, fully, completely, entirely, independently, actually, really, necessarily,
    currently, presently, ever, even, at all, any longer, longer, more, as, to, that, it, they, we, you, here,
    there, all, every, each, considered, treat, treats, treating, treated, taken, regarded, counted, count, counts,
    called, call, marked, mark, read, reads, shown, show, shows, showing, known, say, says, said, claim, claims,
    claimed, mean, means, imply, implies, prove, proves, proved, proven, establish, establishes, established,
    guarantee, guarantees, confirm, confirms, confirmed, demonstrate, demonstrates, indicate, indicates, assert,
    asserts, state, states, constitute, constitutes, provide, provides, provided, exist, exists, available, true,
    the case, complete, completed, or
  `),
  within: spellings("of, in, for, on, from, by, with"),
  nouns: spellings(`
    target, tenant, environment, restore, run, restore run, policy, policies, item, items, device, devices, group,
    system, record, result, results, outcome, evidence, proof, snapshot, post-run evidence, execution, operation,
    execution proof, operation proof, preview, backup, check, checks, gate, gates, claim, customer, customers,
    person, anyone, anybody, anything, one, targets, tenants, environments, restores, runs, groups, systems, records,
    services, reason, reasons, sign, statement
  `),
  determiners: spellings(`
    a, an, the, this, these, those, any, its, our, your, their, either
  `),
  afterComma: [],
};
