import { expect, test } from 'vitest';
import { parseTeamSettings } from './team-settings.ts';

const ON = { EDITOR_TEAM: 'on', EDITOR_ORIGIN: 'https://edit.handrail.example' };

test('without EDITOR_TEAM somebody works alone, whatever else is set', () => {
	expect(parseTeamSettings({})).toBeUndefined();
	expect(parseTeamSettings({ EDITOR_ORIGIN: 'no address', TRUST_PROXY: '99' })).toBeUndefined();
});

test('a team listens on the loopback addresses, behind one proxy, unless it is said otherwise', () => {
	expect(parseTeamSettings(ON)).toEqual({
		origin: 'https://edit.handrail.example',
		host: undefined,
		proxyHops: 1,
		service: undefined
	});
});

test.each([
	[{ EDITOR_TEAM: 'yes' }, 'EDITOR_TEAM must be on or off'],
	[{ EDITOR_TEAM: 'on' }, 'EDITOR_ORIGIN must be'],
	[{ ...ON, EDITOR_ORIGIN: 'http://edit.handrail.example' }, 'EDITOR_ORIGIN must be'],
	[{ ...ON, EDITOR_ORIGIN: 'https://edit.handrail.example/' }, 'EDITOR_ORIGIN must be'],
	[
		{ ...ON, EDITOR_ORIGIN: 'http://localhost:4180', EDITOR_HOST: '0.0.0.0' },
		'EDITOR_HOST is 0.0.0.0, where other computers can reach the editor'
	],
	[{ ...ON, TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be'],
	[{ ...ON, EDITOR_OIDC_ISSUER: 'http://login.example' }, 'EDITOR_OIDC_ISSUER must be'],
	[{ ...ON, EDITOR_OIDC_ISSUER: 'http://localhost.example/' }, 'EDITOR_OIDC_ISSUER must be'],
	[{ ...ON, EDITOR_OIDC_ISSUER: 'not an address' }, 'EDITOR_OIDC_ISSUER must be'],
	[{ ...ON, EDITOR_OIDC_ISSUER: 'https://login.example' }, 'EDITOR_OIDC_CLIENT_ID must be']
])('%j stops the start with a sentence that helps', (environment, sentence) => {
	expect(() => parseTeamSettings(environment)).toThrow(sentence);
});
