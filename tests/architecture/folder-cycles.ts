/** One module imports another: paths with `/`. */
export interface ImportEdge {
	readonly from: string;
	readonly to: string;
}

/** Folders side by side that need one another, and one import for each step of the way around. */
export interface FolderCycle {
	readonly inside: string;
	/** Sorted; `.` stands for the files that lie in `inside` itself. */
	readonly folders: readonly string[];
	/** `a → b: a/file.ts imports b/file.ts`. */
	readonly because: readonly string[];
}

/**
 * The cycles among the folders of a tree. Folders are compared with their neighbours, each with all
 * that is below it, and the files of a folder with its subfolders. So a folder that imports what
 * stands above it, and is imported from there, is a cycle, too.
 */
export function findFolderCycles(edges: readonly ImportEdge[]): FolderCycle[] {
	const levels = new Map<string, Level>();
	for (const edge of edges) {
		const { inside, from, to } = compare(edge);
		if (from === to) continue;
		const level = levels.get(inside) ?? new Map<string, Map<string, ImportEdge>>();
		levels.set(inside, level);
		const targets = level.get(from) ?? new Map<string, ImportEdge>();
		level.set(from, targets);
		if (!targets.has(to)) targets.set(to, edge);
	}
	return [...levels]
		.flatMap(([inside, level]) =>
			cyclesOf(level).map((folders) => describe(inside, level, folders))
		)
		.sort((a, b) => a.inside.localeCompare(b.inside));
}

/** Who imports whom among the folders side by side, with one import as the reason. */
type Level = Map<string, Map<string, ImportEdge>>;

/** The innermost folder that holds both files, and which of its folders each of them is in. */
function compare({ from, to }: ImportEdge): { inside: string; from: string; to: string } {
	const [a, b] = [from.split('/'), to.split('/')];
	let depth = 0;
	while (depth < Math.min(a.length, b.length) - 1 && a[depth] === b[depth]) depth += 1;
	const folderOf = (path: readonly string[]): string =>
		depth < path.length - 1 ? (path[depth] ?? '.') : '.';
	return { inside: a.slice(0, depth).join('/'), from: folderOf(a), to: folderOf(b) };
}

/** Each group of folders that reach one another. */
function cyclesOf(level: Level): string[][] {
	const reached = new Map([...level.keys()].map((folder) => [folder, reachOf(level, folder)]));
	const groups = new Map<string, string[]>();
	for (const [folder, reach] of reached) {
		const group = [...reach].filter((other) => reached.get(other)?.has(folder)).sort();
		if (group.length > 1) groups.set(group.join(), group);
	}
	return [...groups.values()];
}

/** All that a folder imports, directly or through others. */
function reachOf(level: Level, folder: string): Set<string> {
	const reach = new Set<string>();
	const next = [folder];
	for (let at = next.pop(); at !== undefined; at = next.pop()) {
		for (const target of level.get(at)?.keys() ?? []) {
			if (reach.has(target)) continue;
			reach.add(target);
			next.push(target);
		}
	}
	return reach;
}

function describe(inside: string, level: Level, folders: readonly string[]): FolderCycle {
	const because = folders.flatMap((from) =>
		folders.flatMap((to) => {
			const edge = level.get(from)?.get(to);
			return edge ? [`${from} → ${to}: ${edge.from} imports ${edge.to}`] : [];
		})
	);
	return { inside, folders, because };
}
