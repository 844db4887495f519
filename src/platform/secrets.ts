/**
 * What must reach no output. It is known to the whole process from the moment the settings are read, so that nobody who
 * writes a line can forget it.
 */
let known: readonly string[] = [];

const SHOWN = '[secret]';

/** Shorter ones are hidden only where they stand as a secret: inside an address, or under a telling name. */
const SHORTEST = 6;

/** Settings that are secrets as a whole. */
const SECRET_NAME = /TOKEN|PASSWORD|SECRET|_KEY$/;

/** A field, a header or a part of a query whose value is a secret, whatever it is. */
const TELLING = 'authorization|cookie|set-cookie|token|pass|passwd|password|pgpassword|secret|signature';
const TELLING_NAME = new RegExp(`^(?:${TELLING})$`, 'i');

/** What is a secret by its form, and what is shown instead. */
const FORMS: readonly [RegExp, string][] = [
  // User and password of an address.
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#"'@]*@/gi, `$1${SHOWN}@`],
  [new RegExp(`([?&](?:${TELLING})=)[^&\\s"'#]+`, 'gi'), `$1${SHOWN}`],
  [/(\bauthorization\W{1,8}(?:(?:bot|bearer|basic)\s+)?)[^\s"',}\]]+/gi, `$1${SHOWN}`],
  [/\b(bearer\s+|basic\s+)[\w.~+/-]{16,}=*/gi, `$1${SHOWN}`],
  // A bot's token; an interaction's ("interaction:" in Base64), and where it stands in Discord's addresses.
  [/[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, SHOWN],
  [/aW50ZXJhY3Rpb246[\w=-]+/g, SHOWN],
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?"']+/g, `$1${SHOWN}`],
];

/** Remembers the secrets among these settings, by their names and by what stands in addresses. */
export function keepSecret(settings: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    if (SECRET_NAME.test(name)) remember(value);
    if (!URL.canParse(value)) continue;
    const { protocol, username, password, search, searchParams } = new URL(value);
    remember(password);
    if (!/^https?:$/.test(protocol)) continue;
    // Of a source, who asks and what for is nobody's business either.
    for (const part of [username, search.slice(1), ...searchParams.values()]) remember(part);
  }
}

/** The text without any secret: those that are known, and what is one by its form. */
export function withoutSecrets(text: string): string {
  let shown = text;
  for (const secret of known) shown = shown.replaceAll(secret, SHOWN);
  for (const [form, instead] of FORMS) shown = shown.replace(form, instead);
  return shown;
}

/** Whether what a field of this name holds is a secret. */
export function isSecretName(name: string): boolean {
  return TELLING_NAME.test(name);
}

/** In every form in which it may come by: as it is, in an address, in JSON, in Base64. */
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
    const long = forms.filter((form) => form.length >= SHORTEST);
    // The longest first: one may be a part of another.
    known = [...new Set([...known, ...long])].toSorted((a, b) => b.length - a.length);
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
