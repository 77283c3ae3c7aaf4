import { spawn } from 'node:child_process';
import type { Outcome } from './outcome.ts';
import type { StageResult } from './summary.ts';

/** Runs a program of Node's; gives whether it ended well. What it prints belongs to the stage. */
export type RunNode = (
	args: readonly string[],
	env?: Readonly<Record<string, string>>
) => Promise<boolean>;

export interface Stage {
	readonly name: string;
	readonly run: (node: RunNode) => Promise<Outcome>;
}

/** How much of what a tool printed is said again at the end, in characters. */
const LAST_WORDS = 2000;

/** Stages that run one after the other, because a later one reads what an earlier one writes. */
export type Lane = readonly Stage[];

/**
 * Runs lanes side by side. With several of them, what a stage prints is held back until it ends, so
 * that nobody has to read two at once.
 */
export async function runLanes(lanes: readonly Lane[]): Promise<readonly StageResult[]> {
	const isHeld = lanes.length > 1;
	const results = await Promise.all(lanes.map((lane) => runLane(lane, isHeld)));
	return results.flat();
}

async function runLane(lane: Lane, isHeld: boolean): Promise<readonly StageResult[]> {
	const results: StageResult[] = [];
	for (const { name, run } of lane) {
		const held: Buffer[] = [];
		if (!isHeld) console.log(`\n=== ${name}`);
		const started = Date.now();
		const outcome = await run((args, env) => runNode(args, env, isHeld ? held : undefined));
		const seconds = Math.round((Date.now() - started) / 1000);
		const said = Buffer.concat(held);
		if (isHeld) console.log(`\n=== ${name}`);
		process.stdout.write(said);
		console.log(`--- ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`);
		results.push({ name, outcome: withReason(name, outcome, said.toString()) });
	}
	return results;
}

/** A tool that only says yes or no has said why in what it printed. */
function withReason(name: string, outcome: Outcome, said: string): Outcome {
	const isExplained = outcome.failed === 0 || outcome.reasons.length > 0 || said === '';
	return isExplained ? outcome : { ...outcome, reasons: [`${name}\n${said.slice(-LAST_WORDS)}`] };
}

function runNode(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
	held?: Buffer[]
): Promise<boolean> {
	const child = spawn(process.execPath, args, {
		stdio: held ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		env: { ...process.env, ...env }
	});
	child.stdout?.on('data', (bytes: Buffer) => held?.push(bytes));
	child.stderr?.on('data', (bytes: Buffer) => held?.push(bytes));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => {
			resolve(status === 0);
		});
	});
}
