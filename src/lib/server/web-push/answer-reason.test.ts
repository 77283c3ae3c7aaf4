import { expect, test } from 'vitest';
import { answerReason } from './answer-reason.ts';

test.each([
	['{"reason":"VapidPkHashMismatch"}', 'VapidPkHashMismatch'],
	['{"code":401,"errno":109,"error":"Unauthorized"}', 'errno-109'],
	['{"error":{"code":400,"status":"INVALID_ARGUMENT"}}', 'INVALID_ARGUMENT']
])('%s has a reason', (body, reason) => {
	expect(answerReason(body)).toBe(reason);
});

test.each([
	'',
	'<html>https://fcm.googleapis.com/fcm/send/secret</html>',
	'{"reason":"https://web.push.apple.com/secret"}',
	'{"reason":"'.padEnd(200, 'x'),
	'null',
	'[]',
	'{"errno":"109"}'
])('%s has none that is safe to write down', (body) => {
	expect(answerReason(body)).toBeUndefined();
});
