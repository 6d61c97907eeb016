import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { FieldError } from 'react-hook-form';
import { useFieldError } from '../../../parts/field-error.ts';

const sentences = {
  'web-address': msg`This is not a web address as in https://hooks.contoso.com/postern.`,
  'webhook-not-https': msg`It must begin with https://. http is taken only to an address of a private network, as http://192.168.1.20/.`,
  'address-fragment': msg`Nothing with # belongs into the address.`,
  'signing-secret': msg`This is not a signing secret: whsec_ and 24 to 64 bytes in base64. Copy it whole from the receiver, or make one here.`,
  'same-server': msg`E-mail forwarding uses this mail server. When it fails, it could not tell you. Use another one.`,
  'twice': msg`One of the addresses is there twice.`,
  'too-many': msg`Enter 20 addresses at most.`,
};

/** Finds the sentence for a field's error; of a list that of its first wrong line, with its number. */
export function useNoticeErrors(): (error: FieldError | undefined) => string | undefined {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const say = (error: FieldError | undefined) => {
    const code = error?.message ?? '';
    return Object.hasOwn(sentences, code) ? t(sentences[code as keyof typeof sentences]) : fieldError(error);
  };
  return (error) => {
    if (!error || error.message) return say(error);
    const lines = Object.entries(error).flatMap(([at, one]) => (Object(one).message ? [{ number: Number(at) + 1, sentence: say(one as FieldError) }] : []));
    const [first] = lines;
    if (!first) return undefined;
    const { number, sentence } = first;
    return t`Address ${number}: ${sentence}`;
  };
}
