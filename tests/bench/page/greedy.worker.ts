import { GraphDecoder } from '../../../workers/recognition/graph-decoder';
import '../../../workers/transcriber';

const { decode } = GraphDecoder.prototype;

/** The application's own worker, its graph asked with one beam whatever the code around it asks for. */
GraphDecoder.prototype.decode = function (features, options) {
  return decode.call(this, features, { ...options, beams: 1 });
};
