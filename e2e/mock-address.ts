/** Where the mock build is served: `POSTERN_TEST_PORT`, so that two working copies can be tested at once. */
export const mockPort = process.env['POSTERN_TEST_PORT'] ?? '4173';
export const mockAddress = `http://localhost:${mockPort}`;
