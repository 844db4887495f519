import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { fitComponent, fitRow, isPicture, within } from './fit-components.ts';
import { shortenTexts, textAt } from './shorten-texts.ts';

type Inner = APIComponentInContainer;
type Component = APIMessageTopLevelComponent;

/**
 * Discord's limits for layouts, in UTF-16 units or in numbers of things.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
const MOST = {
  /** Of components at every depth: a section with a text and a thumbnail counts as three. */
  components: 40,
  /** Of all texts together. */
  inAll: 4000,
  textsInSection: 3,
  pictures: 10,
  description: 1024,
} as const;

/**
 * The layout within Discord's limits. A layout with too many components or too much text loses its sections with a
 * thumbnail, which are its picks, from the last one on; then other texts and pictures. Buttons and menus go last of all.
 *
 * @param room the number of components that may be added later
 */
export function fitLayout(layout: readonly Component[], room = 0): Component[] {
  const seen = new Set<string>();
  const fitting = layout.flatMap((component): Component[] => {
    if (component.type !== ComponentType.Container) return fitInner(component, seen);
    const components = component.components.flatMap((one) => fitInner(one, seen));
    return components.length === 0 ? [] : [{ ...component, components }];
  });
  const order = [isPick, isNoControl, () => true];
  for (const [rank, mayGo] of order.entries()) {
    while (countOf(fitting) > MOST.components - room || (rank === 0 && lengthOf(fitting) > MOST.inAll)) {
      if (!dropLast(fitting, mayGo)) break;
    }
  }
  const texts = fitting.flatMap(textsOf);
  shortenTexts(
    texts.map((text) => textAt(text, 'content')),
    MOST.inAll,
  );
  return fitting;
}

/** A component within its own limits; a section without its accessory becomes its texts. */
function fitInner(component: Inner, seen: Set<string>): Inner[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return fitText(component);
    case ComponentType.Section:
      return fitSection(component, seen);
    case ComponentType.MediaGallery: {
      const items = component.items.filter(({ media }) => isPicture(media.url)).slice(0, MOST.pictures);
      return items.length === 0 ? [] : [{ ...component, items: items.map(described) }];
    }
    case ComponentType.ActionRow:
      return fitRow(component, seen);
    default:
      return [component];
  }
}

/** The text with a copy of its own, which may be shortened later; none where it is blank. */
function fitText(text: APITextDisplayComponent): APITextDisplayComponent[] {
  const content = within(text.content, MOST.inAll);
  return content === undefined ? [] : [{ ...text, content }];
}

function fitSection(section: APISectionComponent, seen: Set<string>): Inner[] {
  const texts = section.components.flatMap(fitText);
  const { accessory } = section;
  if (accessory.type === ComponentType.Button) {
    const [button] = fitComponent(accessory, seen);
    if (button?.type !== ComponentType.Button) return texts;
    // Without a text there is no section, and the button has to stand in a row.
    if (texts.length === 0) return [{ type: ComponentType.ActionRow, components: [button] }];
    return inSections(texts, { ...section, accessory: button });
  }
  if (!isPicture(accessory.media.url)) return texts;
  return inSections(texts, { ...section, accessory: described(accessory) });
}

/** A section with as many of the texts as it takes, and the other texts after it. */
function inSections(texts: APITextDisplayComponent[], section: APISectionComponent): Inner[] {
  if (texts.length === 0) return [];
  const components = texts.slice(0, MOST.textsInSection);
  return [{ ...section, components }, ...texts.slice(MOST.textsInSection)];
}

function described<Media extends { description?: string | null | undefined }>(media: Media): Media {
  const { description, ...others } = media;
  const fitting = within(description ?? undefined, MOST.description);
  return { ...others, ...(fitting === undefined ? {} : { description: fitting }) } as Media;
}

function isPick(component: Inner): boolean {
  return component.type === ComponentType.Section && component.accessory.type === ComponentType.Thumbnail;
}

/** Whether nothing in the component can be pressed or chosen. */
function isNoControl(component: Inner): boolean {
  return component.type !== ComponentType.ActionRow && component.type !== ComponentType.Section;
}

/** Removes the last component that may go, and a container that is empty without it. @returns whether there was one */
function dropLast(components: Component[], mayGo: (component: Inner) => boolean): boolean {
  for (let place = components.length - 1; place >= 0; place--) {
    const component = components[place]!;
    if (component.type !== ComponentType.Container) {
      if (!mayGo(component)) continue;
      components.splice(place, 1);
      return true;
    }
    const inside = component.components.findLastIndex(mayGo);
    if (inside === -1) continue;
    const left = component.components.toSpliced(inside, 1);
    if (left.length === 0) components.splice(place, 1);
    else components[place] = { ...component, components: left };
    return true;
  }
  return false;
}

/** The number of components, at every depth. */
function countOf(components: readonly Component[]): number {
  let count = components.length;
  for (const component of components) {
    if (component.type === ComponentType.Container) count += countOf(component.components);
    if (component.type === ComponentType.ActionRow) count += component.components.length;
    if (component.type === ComponentType.Section) count += component.components.length + 1;
  }
  return count;
}

function lengthOf(components: readonly Component[]): number {
  return components.flatMap(textsOf).reduce((sum, { content }) => sum + content.length, 0);
}

function textsOf(component: Component): APITextDisplayComponent[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component];
    case ComponentType.Section:
      return component.components;
    case ComponentType.Container:
      return component.components.flatMap(textsOf);
    default:
      return [];
  }
}
