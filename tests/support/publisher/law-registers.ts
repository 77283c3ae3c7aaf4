/*
 * Documents in the formats of three public registers, written from their documentation and examples:
 * federalregister.gov/developers/documentation/api/v1, webapi.legistar.com/Help,
 * legislation.nysenate.gov/static/docs. With fields that we do not read, as theirs have.
 */

export const federalOrder = (other: object = {}): object => ({
	title: 'Protecting the American People Against Invasion',
	type: 'Presidential Document',
	subtype: 'Executive Order',
	abstract: null,
	document_number: '2025-02006',
	html_url:
		'https://www.federalregister.gov/documents/2025/01/29/2025-02006/protecting-the-american-people-against-invasion',
	pdf_url: 'https://www.govinfo.gov/content/pkg/FR-2025-01-29/pdf/2025-02006.pdf',
	publication_date: '2025-01-29',
	signing_date: '2025-01-20',
	effective_on: null,
	citation: '90 FR 8443',
	executive_order_number: '14159',
	agencies: [
		{
			raw_name: 'EXECUTIVE OFFICE OF THE PRESIDENT',
			name: 'Executive Office of the President',
			id: 538,
			slug: 'executive-office-of-the-president',
			parent_id: null
		}
	],
	...other
});

export const councilMatter = (other: object = {}): object => ({
	MatterId: 60123,
	MatterGuid: '0A0A0A0A-0A0A-4A0A-8A0A-0A0A0A0A0A0A',
	MatterLastModifiedUtc: '2026-11-12T16:20:31.443',
	MatterFile: 'Int 1568-2017',
	MatterName: 'Prohibiting the use of city resources to assist in immigration enforcement.',
	MatterTitle:
		'A Local Law to amend the administrative code of the city of New York, in relation to immigration enforcement',
	MatterTypeName: 'Introduction',
	MatterStatusName: 'Enacted',
	MatterBodyName: 'Committee on Immigration',
	MatterIntroDate: '2017-04-25T00:00:00',
	MatterPassedDate: '2017-10-31T00:00:00',
	MatterEnactmentDate: '2017-11-25T00:00:00',
	MatterEnactmentNumber: '2017/228',
	MatterText1: null,
	...other
});

export const senateBill = (other: object = {}): object => ({
	basePrintNo: 'S9005',
	session: 2025,
	printNo: 'S9005C',
	billType: { chamber: 'SENATE', desc: 'Senate', resolution: false },
	title: 'Enacts provisions on civil immigration enforcement',
	activeVersion: 'C',
	publishedDateTime: '2026-01-20T10:36:22',
	summary: 'Enacts into law major components of legislation.',
	signed: true,
	status: {
		statusType: 'SIGNED_BY_GOV',
		statusDesc: 'Signed by Governor',
		actionDate: '2026-05-27',
		committeeName: null,
		billCalNo: null
	},
	approvalMessage: {
		year: 2026,
		approvalNumber: 11,
		chapter: 55,
		signer: 'KATHY HOCHUL',
		text: ''
	},
	...other
});
