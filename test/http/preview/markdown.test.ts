import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/http/preview/markdown.ts';

async function html(text: string): Promise<string> {
  return String(await renderMarkdown(text, 'en-US'));
}

const link = (address: string, text: string) =>
  `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;

// For the expected look see https://support.discord.com/hc/en-us/articles/210298617
describe('markdown', () => {
  it.each([
    ['**bold** and *italic* and _too_', '<strong>bold</strong> and <em>italic</em> and <em>too</em>'],
    ['***both***', '<em><strong>both</strong></em>'],
    ['__under__ ~~out~~ `c*o*de`', '<u>under</u> <s>out</s> <code>c*o*de</code>'],
    [
      '[Portal 2](https://store.steampowered.com/app/620)',
      link('https://store.steampowered.com/app/620', 'Portal 2'),
    ],
    ['**[a](https://a.example/)**', `<strong>${link('https://a.example/', 'a')}</strong>`],
    ['one\ntwo', 'one<br>two'],
    ['# Big\n### Small', '<span class="heading-1">Big</span><span class="heading-3">Small</span>'],
    ['-# in a whisper', '<small>in a whisper</small>'],
    ['> quoted **b**', '<blockquote>quoted <strong>b</strong></blockquote>'],
    ['```\n2014  **12**\n```', '<pre tabindex="0"><code>2014  **12**</code></pre>'],
    ['- a\n- **b**', '<ul><li>a</li><li><strong>b</strong></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    ['before\n- a\nafter', 'before<ul><li>a</li></ul>after'],
    ['🥇 snake_case_name 2*3', '🥇 snake_case_name 2*3'],
    ['<t:1479974400:D>', '<time datetime="2016-11-24T08:00:00.000Z">November 24, 2016</time>'],
    ['@everyone', '@everyone'],
  ])('%j', async (text, shown) => {
    expect(await html(text)).toBe(shown);
  });

  it.each([
    ['\\*\\*no\\*\\*', '**no**'],
    ['\\[no\\]\\(there\\)', '[no](there)'],
    ['\\`no\\` \\_no\\_ \\~\\~no\\~\\~ \\|\\|no\\|\\|', '`no` _no_ ~~no~~ ||no||'],
    ['\\# no', '# no'],
    ['\\- no', '- no'],
    ['1\\. no', '1. no'],
    ['\\\\', '\\'],
  ])('shows escaped markup as text: %s', async (text, shown) => {
    expect(await html(text)).toBe(shown);
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['**<img src=x onerror=alert(1)>**', '<strong>&lt;img src=x onerror=alert(1)&gt;</strong>'],
    ['`<b>`', '<code>&lt;b&gt;</code>'],
    ['```\n</code><script>\n```', '<pre tabindex="0"><code>&lt;/code&gt;&lt;script&gt;</code></pre>'],
    ['"quotes" & \'more\'', '&quot;quotes&quot; &amp; &#39;more&#39;'],
    ['- <b>', '<ul><li>&lt;b&gt;</li></ul>'],
  ])('never becomes markup of the page: %s', async (text, shown) => {
    expect(await html(text)).toBe(shown);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('makes no link to %s', async (address) => {
    expect(await html(`[a](${address})`)).not.toContain('<a ');
  });

  it('keeps an address within its attribute', async () => {
    const shown = await html('[a](https://a.example/"onmouseover="alert(1))');
    expect(shown).not.toMatch(/href="[^"]*"\s*onmouseover/);
  });
});
