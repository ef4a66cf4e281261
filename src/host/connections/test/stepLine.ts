import { l10n } from 'vscode';
import type { ConnectionSettings } from '../../../core/connections/settings.ts';
import type { Probe } from '../../../core/connections/test/probe.ts';
import type { Step, StepName, StepState } from '../../../core/connections/test/step.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import type { Failure } from '../../../core/failure.ts';
import { wordsOf } from '../../failures/wordsOf.ts';
import { countText } from '../../countText.ts';

/** One step as a line of a list: a screen reader reads label, description and detail one after the other. */
export interface StepLine {
  readonly label: string;
  readonly description: string;
  /** The icon only repeats what the words say. */
  readonly icon: string;
  /** Why it failed, likely, and what to do. */
  readonly detail?: string;
}

/** What of a connection a test needs to know. */
export type Tested = Pick<ConnectionSettings, 'baseUrl' | 'auth' | 'flavour'>;

/** A step in words. */
export function lineOf(step: Step, connection: Tested, probe: Probe): StepLine {
  return step.state === 'failed' && probe.failure !== undefined
    ? failed(nameOf(step.name), probe.failure, step.proxy)
    : line(nameOf(step.name), step.state, aboutStep(step, connection, probe));
}

/** The line of a test that could not even begin. */
export function lineOfUnstarted(failure: Failure): StepLine {
  return failed(l10n.t('Preparation'), failure);
}

/** A step and how it went. */
export function shortOf({ name, state }: Step): string {
  return l10n.t('{0}: {1}', nameOf(name), stateOf(state));
}

function failed(label: string, failure: Failure, proxy?: string): StepLine {
  const { what, advice } = wordsOf(failure);
  const via = proxy === undefined ? '' : l10n.t('via proxy {0}', proxy);
  return { ...line(label, 'failed', via, what), detail: advice };
}

function line(label: string, state: StepState, ...about: readonly string[]): StepLine {
  const description = [stateOf(state), ...about].filter((part) => part !== '').join(' · ');
  return { label, description: labelText(description), icon: icons[state] };
}

const icons: Readonly<Record<StepState, string>> = {
  passed: 'pass',
  failed: 'error',
  doubtful: 'warning',
  running: 'loading~spin',
  notReached: 'circle-large-outline',
  notNeeded: 'dash',
  notKnown: 'question',
};

function nameOf(name: StepName): string {
  switch (name) {
    case 'name':
      return l10n.t({
        message: 'Name',
        args: [],
        comment: 'The step that looks up the address of the server by its name (DNS).',
      });
    case 'tcp':
      return l10n.t('TCP');
    case 'tls':
      return l10n.t('TLS');
    case 'token':
      return l10n.t('Token');
    case 'authorization':
      return l10n.t('Authorization');
    case 'clock':
      return l10n.t('Clock');
  }
}

function stateOf(state: StepState): string {
  switch (state) {
    case 'passed':
      return l10n.t('passed');
    case 'failed':
      return l10n.t('failed');
    case 'doubtful':
      return l10n.t('doubtful');
    case 'running':
      return l10n.t('running…');
    case 'notReached':
      return l10n.t('not reached');
    case 'notNeeded':
      return l10n.t('not needed');
    case 'notKnown':
      return l10n.t('not known');
  }
}

/** What there is to say besides the state. */
function aboutStep({ name, state, url, proxy }: Step, connection: Tested, probe: Probe): string {
  const { hostname, host } = new URL(url);
  if (proxy !== undefined) {
    return l10n.t('via proxy {0}', proxy);
  }
  switch (name) {
    case 'name':
      return state === 'notNeeded' ? l10n.t('{0} is an IP address', hostname) : hostname;
    case 'tcp':
      return host;
    case 'tls':
      return state === 'notNeeded' ? l10n.t('the address begins with http') : certificate(state);
    case 'token':
      return state === 'notNeeded' ? l10n.t('OAuth 1.0 signs each request') : host;
    case 'authorization':
      return api(connection, probe);
    case 'clock':
      return clock(probe.clockDifferenceSeconds, state);
  }
}

function certificate(state: StepState): string {
  return state === 'passed' ? l10n.t('the certificate is trusted') : '';
}

function api({ flavour }: Tested, probe: Probe): string {
  if (probe.flavour === undefined) {
    return '';
  }
  return flavour === 'detect'
    ? l10n.t('detected: the server has the {0} API', probe.flavour)
    : l10n.t('the server answered on its {0} API', probe.flavour);
}

function clock(difference: number | undefined, state: StepState): string {
  if (difference === undefined) {
    return state === 'notKnown' ? l10n.t('the server does not tell its time') : '';
  }
  // The date in an answer has whole seconds and is a little old when it arrives.
  if (Math.abs(difference) <= 2) {
    return l10n.t('the server and this machine agree');
  }
  const amount = amountOf(Math.abs(difference));
  return difference > 0
    ? l10n.t('the server is {0} ahead of this machine', amount)
    : l10n.t('the server is {0} behind this machine', amount);
}

function amountOf(seconds: number): string {
  return seconds < 120 ? l10n.t('{0} s', countText(seconds)) : l10n.t('{0} min', countText(Math.round(seconds / 60)));
}
