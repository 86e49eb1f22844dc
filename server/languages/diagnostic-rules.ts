import { RE2JS, RE2Set } from 're2js';
import type { OutputStream, Phase } from '#protocol/run-event.ts';
import type { DiagnosticRule } from './diagnostic-rule.ts';

/** A line that a rule looks for. */
export interface MatchedLine {
  readonly rule: DiagnosticRule;
  /** Which of the rule's lines it is, from 0, or one of its frames. */
  readonly part: number | 'frame';
  readonly groups: Readonly<Record<string, string | null>>;
}

/** A terminal has only one stream, on which rules for either find their lines. */
export type DiagnosticSource = OutputStream | 'terminal';

/** A language's rules, made ready to be matched. */
export class DiagnosticRules {
  private readonly matchers = new Map<string, LineMatcher>();

  constructor(rules: readonly DiagnosticRule[]) {
    for (const rule of rules) {
      this.madeFor(rule.phase, rule.stream).add(rule);
      this.madeFor(rule.phase, 'terminal').add(rule);
    }
  }

  /** Undefined where nothing is looked for. */
  matcher(phase: Phase, source: DiagnosticSource): LineMatcher | undefined {
    return this.matchers.get(`${phase} ${source}`);
  }

  private madeFor(phase: Phase, source: DiagnosticSource): LineMatcher {
    const matcher = this.matcher(phase, source) ?? new LineMatcher();
    this.matchers.set(`${phase} ${source}`, matcher);
    return matcher;
  }
}

/**
 * Finds what several rules look for in one line. The patterns are an operator's and the lines a stranger's, so they meet in
 * RE2, which takes time that grows with the line, and no faster, whatever the two are.
 */
export class LineMatcher {
  private readonly set = new RE2Set(RE2Set.ANCHOR_BOTH);
  private readonly wanted: (Omit<MatchedLine, 'groups'> & { readonly pattern: RE2JS })[] = [];

  add(rule: DiagnosticRule): void {
    for (const [part, line] of rule.lines.entries()) this.want(rule, part, line);
    if (rule.frame !== undefined) this.want(rule, 'frame', rule.frame.pattern);
  }

  match(line: string): MatchedLine[] {
    const matched: MatchedLine[] = [];
    for (const index of this.set.match(line).toSorted((one, other) => one - other)) {
      const found = this.found(index, line);
      if (found) matched.push(found);
    }
    return matched;
  }

  private found(index: number, line: string): MatchedLine | undefined {
    const wanted = this.wanted[index];
    const matcher = wanted?.pattern.matcher(line);
    if (wanted === undefined || !matcher?.matches()) return undefined;
    return { rule: wanted.rule, part: wanted.part, groups: matcher.getNamedGroups() };
  }

  private want(rule: DiagnosticRule, part: MatchedLine['part'], line: string): void {
    this.set.add(line);
    this.wanted.push({ rule, part, pattern: RE2JS.compile(line) });
  }
}
