/**
 * The secrets of this process in every form in which they may appear, the longest first. The whole process
 * shares this list, so code that writes a line need not remember to hide anything.
 */
let known: readonly string[] = [];

/** The text that replaces a secret. */
export const HIDDEN = '[secret]';

/**
 * The least number of characters of a secret that is hidden wherever it stands. A shorter one may be part of an
 * innocent text, so it is hidden only inside an address or under a name that means a secret.
 */
const LEAST_LENGTH = 6;

/** Matches the names of settings whose whole value is a secret. */
const SECRET_NAME = /TOKEN|PASSWORD|SECRET|_KEY$/;

/** Names of fields, headers and query parameters whose value is always a secret. */
const SECRET_FIELDS =
  'authorization|cookie|set-cookie|token|pass|passwd|password|pgpassword|secret|signature';
const SECRET_FIELD = new RegExp(`^(?:${SECRET_FIELDS})$`, 'i');

/** Patterns that recognise a secret by its form, each with its replacement. */
const FORMS: readonly [RegExp, string][] = [
  // The user and the password of an address. A user of Postgres without a password is shown: it stands in the examples
  // of messages, and a role's name is no secret.
  [/\b(?!postgres(?:ql)?:\/\/[^\s/?#"'@:]*@)([a-z][a-z\d+.-]*:\/\/)[^\s/?#"'@]*@/gi, `$1${HIDDEN}@`],
  [new RegExp(`([?&](?:${SECRET_FIELDS})=)[^&\\s"'#]+`, 'gi'), `$1${HIDDEN}`],
  [/(\bauthorization\W{1,8}(?:(?:bot|bearer|basic)\s+)?)[^\s"',}\]]+/gi, `$1${HIDDEN}`],
  [/\b(bearer\s+|basic\s+)[\w.~+/-]{16,}=*/gi, `$1${HIDDEN}`],
  // The token of a bot; then the token of an interaction ("interaction:" in Base64), also in Discord's
  // addresses.
  [/[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN],
  [/aW50ZXJhY3Rpb246[\w=-]+/g, HIDDEN],
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?"']+/g, `$1${HIDDEN}`],
];

/**
 * Remembers the secrets among these settings: values of settings with a secret name, and secret parts of
 * addresses.
 */
export function keepSecret(settings: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    if (SECRET_NAME.test(name)) remember(value);
    for (const password of passwordsAsWritten(value)) remember(password);
    if (!URL.canParse(value)) continue;
    const { protocol, username, password, search, searchParams } = new URL(value);
    remember(password);
    if (!/^https?:$/.test(protocol)) continue;
    // The user name and the query of a source are private too: they tell who asks for which file.
    for (const part of [username, search.slice(1), ...searchParams.values()]) remember(part);
  }
}

/**
 * The passwords in a value as they are written: all from the first colon to the last `@`, because an address that breaks
 * the rules (a `#` or `/` in the password) or has something around it cannot be parsed, and the values of parameters.
 */
function passwordsAsWritten(value: string): string[] {
  const account = /:\/\/[^\s/?#:@]*:(.*)@/s.exec(value);
  const parameters = [...value.matchAll(/[?&](?:ssl)?password=([^&#\s"']*)/gi)];
  return [...(account === null ? [] : [account[1]!]), ...parameters.map(([, given]) => given!)];
}

/** The text with its secrets replaced: the secrets of the settings, and everything that has the form of a secret. */
export function withoutSecrets(text: string): string {
  let shown = text;
  for (const secret of known) shown = shown.replaceAll(secret, HIDDEN);
  for (const [form, instead] of FORMS) shown = shown.replace(form, instead);
  return shown;
}

/** Whether the value of a field with this name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_FIELD.test(name);
}

/**
 * Remembers a secret in each form in which it may appear: as it is, percent-decoded, percent-encoded, in JSON
 * and in Base64.
 */
function remember(value: string): void {
  for (const plain of new Set([value, decoded(value)])) {
    const bytes = Buffer.from(plain);
    const forms = [
      plain,
      encodeURIComponent(plain),
      JSON.stringify(plain).slice(1, -1),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ];
    const long = forms.filter((form) => form.length >= LEAST_LENGTH);
    // The longest come first, because one secret may be a part of another.
    known = [...new Set([...known, ...long])].toSorted((a, b) => b.length - a.length);
  }
}

/** The value with its percent-encoding undone; the value itself where the encoding is broken. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
