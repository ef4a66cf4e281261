import assert from 'node:assert/strict';
import * as v from 'valibot';
import { readJson } from './sources.ts';

const manifest = v.parse(
  v.looseObject({
    activationEvents: v.array(v.string()),
    extensionKind: v.array(v.string()),
    capabilities: v.looseObject({
      untrustedWorkspaces: v.looseObject({ supported: v.unknown() }),
      virtualWorkspaces: v.unknown(),
    }),
    contributes: v.looseObject({
      configuration: v.object({ title: v.string(), properties: v.record(v.string(), v.looseObject({})) }),
    }),
  }),
  readJson('package.json'),
);

/** Words of settings that hold a secret; in a setting they would be synchronised, shared and readable by all. */
const secretWords = /secret|password|consumerKey|clientId|\btoken\b/i;

describe('package.json, looked at by an attacker', () => {
  it('says that a workspace nobody trusts and one without files change nothing', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual({ ...untrustedWorkspaces }, { supported: true });
    assert.equal(virtualWorkspaces, true);
  });

  it("lets no workspace or folder steer a setting but whether texts are looked at: each is the person's alone", () => {
    const properties = Object.entries(manifest.contributes.configuration.properties);
    const steered = properties.filter(([, setting]) => setting['scope'] !== 'application');
    assert.deepEqual(
      steered.map(([name, { scope, type }]) => [name, scope, type]),
      [['pamSessions.sessionIdsInText', 'language-overridable', 'boolean']],
    );
    assert.ok(properties.length > 0);
    assert.equal(manifest.contributes['configurationDefaults'], undefined);
  });

  it('offers no setting for a secret', () => {
    assert.deepEqual(
      settingNames(manifest.contributes.configuration.properties).filter((name) => secretWords.test(name)),
      [],
    );
    assert.ok(settingNames(manifest.contributes.configuration.properties).includes('tokenUrl'));
  });

  it("runs on the person's own machine first, and only when it is used", () => {
    assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
    const broad = manifest.activationEvents.filter((event) => /^(\*|onStartupFinished|workspaceContains)/.test(event));
    assert.deepEqual(broad, []);
  });
});

/** The names of all settings and, within them, of all properties. */
function settingNames(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) => [name, ...settingNames(inner)]);
}
