import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'build-below/',
			'build-second/',
			'build-editor/',
			'.svelte-kit/',
			'static/',
			'src/**/generated/',
			'test-results/',
			'bench-results/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			// TypeScript knows more
			'no-undef': 'off',
			// our links carry their language, and toHref knows where the app is served
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/button-has-type': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// a sentence for an editor names numbers without ceremony
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'no-console': 'error',
			// half of the files have at most 60 lines: one of 300 holds more than one thing
			'max-lines': ['error', { max: 300 }]
		}
	},
	{
		// what others import says what it gives, in its own words
		files: ['src/**'],
		rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' }
	},
	{
		// a phone of 2022 runs these. A regular expression that it cannot read ends the whole script
		files: ['src/{lib,routes,service-worker}/**', 'src/hooks.client.ts'],
		ignores: ['src/lib/server/**', '**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'Literal[regex.pattern=/[(][?]<[=!]/]',
					message: 'Safari before 16.4 has no lookbehind.'
				},
				{ selector: 'Literal[regex.flags=/v/]', message: 'Safari before 17 has no flag v.' },
				{
					selector:
						'CallExpression > MemberExpression[property.name=/^(toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|isSubsetOf|isSupersetOf)$/]',
					message: 'Safari before 16 to 17.4 lacks it.'
				}
			]
		}
	},
	{
		// each function is typed by the list that it is in, which the rule does not see
		files: ['src/lib/storage/database/migrations.ts'],
		rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
	},
	{
		// a component is markup and style, too, and read as one page
		files: ['**/*.svelte'],
		rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true }] }
	},
	{
		// one sentence for each of nine verdicts, each with its look
		files: ['src/lib/share/message/CheckVerdict.svelte'],
		rules: { 'max-lines': ['error', { max: 240 }] }
	},
	{
		files: ['src/*.ts'],
		rules: { 'max-lines': ['error', { max: 70 }] }
	},
	{
		// a list of cases over one fixture, which a second file would have to make again
		files: ['**/*.{test,e2e,fault}.ts'],
		rules: { 'max-lines': ['error', { max: 400 }] }
	},
	{
		// every command of the command line, on one built clone
		files: ['src/compiler/commands/commands.test.ts'],
		rules: { 'max-lines': ['error', { max: 560 }] }
	},
	{
		files: [
			'src/build/**',
			'src/supply/**',
			'src/archive/**',
			'src/compiler/**',
			'src/watch/**',
			'src/editor/*.ts',
			'src/*.{js,ts}',
			'tests/**'
		],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{ files: ['**/*.js'], ...ts.configs.disableTypeChecked }
);
