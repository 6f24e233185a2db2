/** What people write to support, by subject: calm, puzzled, annoyed and angry ones. */
export const TICKETS: Readonly<Record<string, readonly string[]>> = {
  'Cannot log in': [
    'Good morning, the code for logging in never reaches my phone. Email works. Can you have a look?',
    'I changed phones last week and now I am locked out. What do you need from me?',
    'Third time this month that I cannot get in. I have clients waiting and this is really frustrating.',
    'The page just reloads after I type my password. Tried two browsers.',
    'Locked out again. This is unacceptable, I pay for a service that I cannot even open.',
    'No rush at all, but my old work address is still asked for when I log in.',
    'Your login is a disaster. An hour of my evening gone, and still nothing works.',
  ],
  'Question about an invoice': [
    'Could you put our VAT number on the last two invoices, please? Thank you.',
    'I was charged twice in July. Please refund one of them.',
    'The amount is higher than what I agreed to and nobody told me. I feel cheated.',
    'Hello, can I pay once a year instead of every month?',
    'Where do I find the invoice for June? I looked everywhere I could think of.',
    'You billed me for a seat that we removed in spring. I asked before and nothing happened. Very disappointing.',
    'Lovely service, just one thing: the invoice says Mr and I am not.',
  ],
  'Import fails': [
    'The import stops at row 412 and does not say why. File attached.',
    'Dates come in the wrong way round, so March becomes a Tuesday in December. It made me laugh, but please help.',
    'I have tried this import for three days. It is broken and your help page is useless.',
    'Is there a limit on file size? Mine is 40 megabytes.',
    'All my accents are gone after the import. Half of my customers have the wrong name now. Awful.',
    'The import worked on the second try, but I would like to know what I did wrong the first time.',
    'Your import deleted my categories. Months of work. I am furious.',
  ],
  'Where is my report?': [
    'The monthly report did not arrive on the first. Is it late for everyone?',
    'I shared a report and my accountant sees an empty page.',
    'Can I have the report as a spreadsheet? My bank wants it that way.',
    'The totals in the report are wrong. I sent them to my board before I noticed. This is embarrassing and I am upset.',
    'Report is there now, thanks, you can close this.',
    'The new report is great, I would just like to hide one column.',
    'Waiting for this report since Monday. Nobody answers. Terrible support.',
  ],
  'How do I add a colleague?': [
    'We are growing, hooray. How do I add two people who may only look?',
    'My colleague clicked on the invitation and landed on an error page.',
    'Who can see the prices when I invite someone? I want to be sure before I do it.',
    'The invitation went to the wrong address. Can you take it back before he opens it?',
    'I invited my bookkeeper four times. It never works and it makes us look stupid.',
    'Thanks for the quick answer yesterday. One more: can a colleague be in two teams?',
  ],
  'Sync is stuck': [
    'The little wheel has been turning since lunch. Is my work safe?',
    'Sync says finished, but the phone shows the numbers of last week.',
    'Everything I entered on the train is lost. I am angry and I want it back.',
    'Works on the laptop, not on the tablet. No hurry.',
    'This sync is the worst part of an otherwise good product. Slow, and it fails every other day.',
    'Sync hung for ten minutes and then went through. I thought you would want to know.',
  ],
  'Delivery of my order': [
    'The parcel says delivered, but it is not here and not with the neighbours.',
    'Wrong size in the box. How do I send it back?',
    'The jacket is perfect. I would like a second one in blue, when do you have it again?',
    'Arrived torn and wet. Nobody picks up the phone. I want my money back.',
    'Can I change the address? I moved on Friday.',
    'Two weeks late, no word from you, and the birthday is over. Really disappointed.',
    'Arrived a day early and well packed. One question: can I reuse the box for the return?',
  ],
};

/** What people write while something is down. */
export const WHILE_DOWN: readonly string[] = [
  'Is it me or is it you? Nothing loads.',
  'I cannot work. Please tell me how long this will take.',
  'This could not come at a worse time. I have a deadline today and your service is down. I am very unhappy.',
  'Saw your notice, thanks for being open about it. I only want to know whether my data is safe.',
  'Down again. I am losing money because of you, and I have lost my patience as well.',
  'My customers cannot pay me. This is a catastrophe for my shop.',
];
