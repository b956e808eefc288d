import { newIdentifier } from '../dossier/identifier';
import { SHIPPED_TEMPLATES } from '../dossier/shipped-templates';
import type { AutoText, Template, TemplateFile } from '../dossier/template';
import type { Vault } from '../vault/vault';

/** Templates and auto-texts of the practice. */
export class Templates {
  readonly #vault: Vault;
  readonly #maySeed: boolean;
  #all = $state.raw<readonly Template[]>([]);
  #autoTexts = $state.raw<readonly AutoText[]>([]);

  constructor(vault: Vault, { maySeed = true } = {}) {
    this.#vault = vault;
    this.#maySeed = maySeed;
  }

  /** Watches the vault until the returned function is called; brings the shipped templates in the first time. */
  open(): () => void {
    if (this.#maySeed) void this.#seed();
    const stops = [
      this.#kept.watch((all) => {
        this.#all = all;
      }),
      this.#keptTexts.watch((all) => {
        this.#autoTexts = all;
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** By name. */
  get all(): readonly Template[] {
    return [...this.#all].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  get autoTexts(): readonly AutoText[] {
    return [...this.#autoTexts].sort((a, b) => a.code.localeCompare(b.code, 'fr'));
  }

  get file(): TemplateFile {
    return { format: 1, templates: this.all, autoTexts: this.autoTexts };
  }

  /** Seen at once, so that the next change builds on it. */
  keep(template: Template): Promise<void> {
    this.#all = [...this.#all.filter(({ id }) => id !== template.id), template];
    return this.#kept.put(template.id, template);
  }

  remove = (id: string): Promise<void> => this.#kept.remove(id);

  keepAutoText = (autoText: AutoText): Promise<void> => this.#keptTexts.put(autoText.id, autoText);

  removeAutoText = (id: string): Promise<void> => this.#keptTexts.remove(id);

  /** A new template, kept at once. */
  async add(name: string, model?: Template): Promise<Template> {
    const sections = model?.sections ?? [{ title: 'Conclusion', text: '', isRequired: true }];
    const documentType = model?.documentType ?? 'consultation';
    const id = newIdentifier();
    const authorId = model?.authorId ?? '';
    const template: Template = { format: 1, id, name, documentType, authorId, sections };
    await this.keep(template);
    return template;
  }

  async import({ templates, autoTexts }: TemplateFile): Promise<void> {
    for (const template of templates) await this.keep(template);
    for (const autoText of autoTexts) await this.keepAutoText(autoText);
  }

  /** Puts the shipped templates back as they came; others stay. */
  async restoreShipped(): Promise<void> {
    for (const template of SHIPPED_TEMPLATES) await this.keep(template);
  }

  async #seed(): Promise<void> {
    if (await this.#vault.settings.get('hasTemplates')) return;
    await this.restoreShipped();
    await this.#vault.settings.set('hasTemplates', true);
  }

  get #kept() {
    return this.#vault.records<Template>('templates');
  }

  get #keptTexts() {
    return this.#vault.records<AutoText>('auto-texts');
  }
}
