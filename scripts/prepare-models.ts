import { PUBLISHED_MODELS } from '../workers/recognition/models/published';
import { installedPackageFolder, PreparationError, prepareModels } from './model-preparation';
import { MODELS_FOLDER } from './prepared-models';

try {
  await prepareModels({
    models: PUBLISHED_MODELS,
    folder: MODELS_FOLDER,
    packageFolder: installedPackageFolder,
    say: console.log,
  });
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
