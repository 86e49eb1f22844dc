import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with a request, as a sentence that names the field: `files must have at most 64 entries.` */
export function wordsOfIssue(issue: Issue): string {
  const field = issue.path.join('.');
  const words = rule(issue);
  // Words of our own that do not say "must" are a sentence already, and name what they speak of.
  const sentence = /^(must|has) /.test(words) ? `${field || 'The request'} ${words}` : words;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function rule(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'must be there';
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return bounded('at most', issue.origin, Number(issue.maximum));
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
      return bounded(
        issue.inclusive === false ? 'more than' : 'at least',
        issue.origin,
        Number(issue.minimum),
      );
    case 'unrecognized_keys':
      return `has no field ${issue.keys[0]}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      return choice(issue);
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'must have another name';
    case 'custom':
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
      return issue.message;
    default:
      return issue satisfies never;
  }
}

function bounded(bound: string, origin: string, figure: number): string {
  if (origin === 'string') return `must have ${bound} ${figure} characters`;
  if (origin === 'array' || origin === 'set') return `must have ${bound} ${figure} entries`;
  return `must be ${bound} ${figure}`;
}

/** Of several shapes: those that the field which tells them apart may say. */
function choice(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  return options.length > 0 ? `must be one of ${options.join(', ')}` : 'must have another form';
}
