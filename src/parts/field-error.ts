import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { FieldError as FormError } from 'react-hook-form';
import { passwordLength } from '../../contract/password-length.ts';
import { pollInterval } from '../../contract/poll-interval.ts';

const { min } = passwordLength;
const { min: shortest, max: longest } = pollInterval;
const sentences = {
  'required': msg`This is needed.`,
  'type': msg`This value cannot be read.`,
  'too-long': msg`This is too long.`,
  'invisible-characters': msg`This contains invisible characters, often from a paste. Delete it and type it.`,
  'guid': msg`This is not an ID as in 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4.`,
  'tenant': msg`Enter an ID (GUID), a domain as in contoso.com, or common, consumers, organizations.`,
  'tenant-alias': msg`Without a sign-in a tenant of your own is needed: its ID (GUID), or a domain as in contoso.com.`,
  'scope': msg`Enter all permissions of one resource, as https://outlook.office365.com/.default.`,
  'timestamp': msg`This is not a date.`,
  'secret-date': msg`A client secret ends within 24 months.`,
  'secret-over': msg`This day is over. Enter when the new secret ends.`,
  'secret-id': msg`This is the Secret ID. Copy the Value beside it.`,
  'secret-unchanged': msg`This is the secret that is stored already. Enter the new one.`,
  'mixed-scripts': msg`Letters of two scripts are mixed here; some only look like the ones that were meant.`,
  'email': msg`This is not an e-mail address as in pbx@contoso.com.`,
  'host': msg`This is not a host name as in smtp.office365.com.`,
  'port': msg`Enter a port from 1 to 65535.`,
  'foreign-mail-host': msg`A token of Microsoft is sent to Microsoft’s mail servers of the chosen cloud only. Others must be named in POSTERN_TRUSTED_HOSTS.`,
  'web-address': msg`This is not a web address as in https://mail.contoso.com/EWS/Exchange.asmx.`,
  'not-https': msg`It must begin with https://.`,
  'address-credentials': msg`No name and no password belong into the address.`,
  'address-query': msg`Nothing with ? or # belongs into the address.`,
  'foreign-exchange-host': msg`A token of Microsoft is sent only to the server that goes with Access and Cloud. Others must be named in POSTERN_TRUSTED_HOSTS.`,
  'graph-without-password': msg`Microsoft Graph takes no password. Choose Microsoft OAuth 2.0.`,
  'scope-several': msg`These are several scopes. A token is for one resource: enter its /.default only.`,
  'scope-not-default': msg`An application asks for all that it was granted: the scope ends with /.default.`,
  'scope-not-https': msg`A scope is an address: it begins with https:// and ends with /.default.`,
  'scope-other-cloud': msg`This scope belongs to another cloud than the chosen one.`,
  'scope-other-access': msg`This scope is for another API: a token for it is refused at this server.`,
  'secret-of-another-application': msg`That secret belongs to another application, tenant or cloud. Enter the one of this application.`,
  'no-secret-there': msg`No client secret is stored there any more. Enter one here.`,
  'secret-needed': msg`The stored one was entered for other values than these. Enter it again for them.`,
  'password-unencrypted': msg`Without encryption no password is sent. Choose STARTTLS or SSL/TLS, or leave Username empty.`,
  'username': msg`Use letters, digits and . _ - @ only.`,
  'password-short': msg`Use at least ${min} characters.`,
  'password-same': msg`This is the password that you have. Choose another one.`,
  'username-taken': msg`Another administrator has this username. Upper and lower case make no difference.`,
  'password-differs': msg`The two passwords are not the same.`,
  'duplicate-keyword': msg`Another status has this keyword. Upper and lower case, accents and blanks make no difference.`,
  'voicemail-language': msg`Choose one of the voicemail languages.`,
  'time-zone': msg`There is no time zone of this name.`,
  'local-time': msg`Enter a date and a time.`,
  'local-date': msg`Enter a date.`,
  'time-skipped': msg`This time does not exist: clocks are put forward then.`,
  'end-before-start': msg`The end is before the start.`,
  'telephone-number': msg`Enter digits only; * and # and a + in front are allowed, too.`,
  'poll-interval': msg`Enter whole seconds from ${shortest} to ${longest}.`,
  'wrong-password': msg`This is not your password.`,
  'wrong-setup-code': msg`This is not the code of the last start.`,
};

/** Makes the sentence for a field's error; its message is the code of the rule that it breaks. */
export function useFieldError(): (error: FormError | undefined) => string | undefined {
  const { t } = useLingui();
  return (error) => {
    if (!error) return undefined;
    const code = error.message ?? '';
    return t(Object.hasOwn(sentences, code) ? sentences[code as keyof typeof sentences] : sentences.type);
  };
}
