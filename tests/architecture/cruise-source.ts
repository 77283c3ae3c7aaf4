import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** Reads every import below `src` of a project, those of types, too, and holds them against rules. */
export async function cruiseSource(
	baseDir: string,
	forbidden: IForbiddenRuleType[] = []
): Promise<ICruiseResult> {
	const { output } = await cruise(
		['src'],
		{
			baseDir,
			ruleSet: { forbidden },
			validate: true,
			tsPreCompilationDeps: true,
			doNotFollow: { path: 'node_modules' },
			enhancedResolveOptions: {
				conditionNames: ['svelte', 'browser', 'import', 'default'],
				extensions: ['.ts', '.js', '.svelte']
			}
		},
		{ bustTheCache: true }
	);
	return output as ICruiseResult;
}
