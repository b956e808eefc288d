import type { GraphicsMemory } from '../engine/graphics-choice';
import type { SettingsStore } from '../vault/settings';

/** The settings as the choice of the graphics card sees them. */
export const graphicsMemory = (settings: SettingsStore): GraphicsMemory => ({
  isWanted: () => settings.get('usesGraphics'),
  verdict: () => settings.get('graphicsVerdict'),
  keep: (verdict) => settings.set('graphicsVerdict', verdict),
});
