import { articleController } from './articles/controller';
import { summaryController } from './summaries/controller';
import { topicController } from './topics/controller';

/** Controllers by the names that permissions carry (`plugin::analysis.<name>.<action>`). */
export const controllers = {
  article: articleController,
  summary: summaryController,
  topic: topicController,
};
