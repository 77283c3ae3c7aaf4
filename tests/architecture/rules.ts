import type { IForbiddenRuleType } from 'dependency-cruiser';
import { entries, layers, onNode, packages } from './layers.ts';
import { filesOf, rooms } from './rooms.ts';

const IS_TEST = '\\.test\\.ts$';
/** Runs on the server alone: Kit puts nothing of it into the browser's bundle. */
const IS_ENDPOINT = '^src/routes/.*\\+server\\.ts$';
const inside = (folders: readonly string[]): string => `^(${folders.join('|')})(/|$)`;

/** The table as dependency-cruiser's rules. */
export const rules: IForbiddenRuleType[] = [
	...Object.entries({ ...layers, ...entries }).map(([layer, allowed]): IForbiddenRuleType => ({
		name: `${layer} imports only what it may`,
		severity: 'error',
		from: { path: inside([layer]), pathNot: [IS_TEST, IS_ENDPOINT] },
		to: { path: '^src/', pathNot: inside([layer, ...allowed]) }
	})),
	...Object.entries(rooms).flatMap(([layer, table]) =>
		Object.entries(table).map(([room, allowed]): IForbiddenRuleType => {
			const neighbours = [room, ...allowed].map((it) => filesOf(layer, it));
			return {
				name: `${layer}/${room} imports only the rooms that it may`,
				severity: 'error',
				from: { path: `^${filesOf(layer, room)}`, pathNot: IS_TEST },
				to: { path: `^${layer}/`, pathNot: `^(${neighbours.join('|')})` }
			};
		})
	),
	...Object.entries(packages).map(([name, allowed]): IForbiddenRuleType => ({
		name: `${name} stays where it belongs`,
		severity: 'error',
		from: { path: '^src/', pathNot: [IS_TEST, inside(allowed)] },
		to: { path: `^node_modules/${name}/` }
	})),
	{
		name: 'endpoints may also reach the server',
		severity: 'error',
		from: { path: IS_ENDPOINT },
		to: {
			path: '^src/',
			pathNot: inside(['src/routes', ...(layers['src/routes'] ?? []), 'src/lib/server'])
		}
	},
	{
		name: 'Node is for server and compiler',
		severity: 'error',
		from: { path: '^src/', pathNot: [IS_TEST, inside(onNode)] },
		to: { dependencyTypes: ['core'] }
	},
	{ name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } }
];
