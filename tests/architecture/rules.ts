import type { IForbiddenRuleType } from 'dependency-cruiser';
import { entries, layers, onNode, packages } from './layers.ts';

const IS_TEST = '\\.test\\.ts$';
/** Kit runs these on the server only. */
const IS_ENDPOINT = '/\\+server\\.ts$';
const ROUTES = 'src/routes';
const inside = (folders: readonly string[]): string => `^(${folders.join('|')})(/|$)`;

/** The table as dependency-cruiser's rules. */
export const rules: IForbiddenRuleType[] = [
	...Object.entries({ ...layers, ...entries }).map(([layer, allowed]): IForbiddenRuleType => ({
		name: `${layer} imports only what it may`,
		severity: 'error',
		from: { path: inside([layer]), pathNot: layer === ROUTES ? [IS_TEST, IS_ENDPOINT] : IS_TEST },
		to: { path: '^src/', pathNot: inside([layer, ...allowed]) }
	})),
	{
		name: 'an endpoint imports the server and nothing else',
		severity: 'error',
		from: { path: `^${ROUTES}/.*${IS_ENDPOINT}` },
		to: { path: '^src/', pathNot: inside(['src/lib/server']) }
	},
	...Object.entries(packages).map(([name, allowed]): IForbiddenRuleType => ({
		name: `${name} stays where it belongs`,
		severity: 'error',
		from: { path: '^src/', pathNot: [IS_TEST, inside(allowed)] },
		to: { path: `^node_modules/${name}/` }
	})),
	{
		name: 'Node is for server and compiler',
		severity: 'error',
		from: { path: '^src/', pathNot: [IS_TEST, inside(onNode)] },
		to: { dependencyTypes: ['core'] }
	},
	{ name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } }
];
