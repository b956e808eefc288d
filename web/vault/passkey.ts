import type { Proof } from './wrapping';

type PasskeyProof = Extract<Proof, { kind: 'passkey' }>;

/** Whose passkey it is, as the browser's own dialogue shows it. */
export interface PasskeyOwner {
  readonly id: string;
  readonly name: string;
}

/** COSE numbers of ES256 and RS256, which every authenticator has one of. */
const ALGORITHMS = [-7, -257] as const;

/** What the passkey is asked to turn into a secret; each wrapping adds a salt of its own. */
const PRF_INPUT = new TextEncoder().encode('plume: data key of the practice');

const extensions: AuthenticationExtensionsClientInputs = { prf: { eval: { first: PRF_INPUT } } };

const challenge = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** Browsers refuse passkeys to addresses that are numbers: `localhost` has them, 127.0.0.1 has not. */
export function canHavePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && /[a-z]/i.test(location.hostname);
}

function secretOf(credential: Credential | null): Uint8Array<ArrayBuffer> | undefined {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
}

/** Makes a passkey; nothing where the person says no, or the passkey cannot give a secret (PRF). */
export async function makePasskey({ id, name }: PasskeyOwner): Promise<PasskeyProof | undefined> {
  const user = { id: new TextEncoder().encode(id), name, displayName: name };
  const made = await navigator.credentials
    .create({
      publicKey: {
        rp: { name: 'Plume' },
        user,
        challenge: challenge(),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions,
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const credentialId = new Uint8Array(made.rawId);
  const secret = secretOf(made);
  // Some authenticators give the secret only when they are asked for a passkey that exists.
  return secret ? { kind: 'passkey', credentialId, secret } : askPasskey([credentialId]);
}

/** Asks for one of these passkeys; nothing where the person says no. */
export async function askPasskey(
  credentialIds: readonly Uint8Array<ArrayBuffer>[],
): Promise<PasskeyProof | undefined> {
  const given = await navigator.credentials
    .get({
      publicKey: {
        challenge: challenge(),
        allowCredentials: credentialIds.map((id) => ({ type: 'public-key', id })),
        userVerification: 'required',
        extensions,
      },
    })
    .catch(() => null);
  const secret = secretOf(given);
  if (!secret || !(given instanceof PublicKeyCredential)) return undefined;
  return { kind: 'passkey', credentialId: new Uint8Array(given.rawId), secret };
}
