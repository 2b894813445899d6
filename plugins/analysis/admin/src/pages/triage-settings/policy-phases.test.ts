import { expect, test } from '@jest/globals';
import { PHASES as CHAIN } from '../../../../server/src/discussion/triage/run-phases';
import { defaultPolicy } from '../../../../server/src/discussion/triage/policy';
import { listedAt, settingAt, type Policy } from './policy-form';
import { PHASES, type SettingForm } from './policy-phases';

const policy: Policy = defaultPolicy();

const fits = (form: SettingForm): boolean => {
  const path = form.name.split('.');
  const value = settingAt(policy, path);
  switch (form.kind) {
    case 'number':
      return Number.isInteger(value);
    case 'share':
      return typeof value === 'number' && value <= 1;
    case 'switch':
      return typeof value === 'boolean';
    case 'choice':
      return form.choices.some((choice) => choice === value);
    case 'lines':
      return Array.isArray(value);
    case 'words':
      return Object.keys(listedAt(policy, path)).length > 0;
  }
};

test('the form asks in the order of the chain', () => {
  expect(PHASES.map(({ name }) => name)).toEqual(CHAIN.map(({ name }) => name));
});

test.each(PHASES.map(({ name, settings }) => [name, settings] as const))(
  'the form of %s has its settings and no others',
  (name, settings) => {
    const names = Object.keys(policy[name]).map((setting) => `${name}.${setting}`);
    expect([`${name}.enabled`, ...settings.map((form) => form.name)].sort()).toEqual(names.sort());
  }
);

test.each(PHASES.flatMap(({ settings }) => settings).map((form) => [form.name, form] as const))(
  '%s is put in as what it is',
  (_name, form) => {
    expect(fits(form)).toBe(true);
  }
);
