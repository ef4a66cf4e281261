import { networksTest } from './network.ts';
import type { HashPredicate, TextPredicate } from './query.ts';
import { wildcardTest } from './wildcardTest.ts';

type Test = (text: string) => boolean;

/**
 * Makes a test of whether a text fulfils any of the predicates. It is meant to be used once for each different text of
 * a column.
 */
export function textTest(predicates: readonly (TextPredicate | HashPredicate)[]): Test {
  const whole = new Set<string>();
  const lowerCase: Test[] = [];
  for (const predicate of predicates) {
    switch (predicate.kind) {
      case 'empty':
        whole.add('');
        break;
      case 'equals':
        whole.add(predicate.text.toLowerCase());
        break;
      case 'contains': {
        const wanted = predicate.text.toLowerCase();
        lowerCase.push((text) => text.includes(wanted));
        break;
      }
      case 'prefix': {
        const wanted = predicate.text.toLowerCase();
        lowerCase.push((text) => text.startsWith(wanted));
        break;
      }
      case 'wildcard':
        lowerCase.push(wildcardTest(predicate.parts));
        break;
      case 'network':
        break;
    }
  }
  const networks = predicates.filter((predicate) => predicate.kind === 'network');
  const isInNetwork = networks.length === 0 ? undefined : networksTest(networks);
  return (text) => {
    const small = text.toLowerCase();
    return whole.has(small) || lowerCase.some((holds) => holds(small)) || isInNetwork?.(text) === true;
  };
}
