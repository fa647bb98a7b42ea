package cases.unguardedcheckthenact.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** Finds steps in a map that is made for threads, and moves them on by their setters. */
class Workflow {
  private final ConcurrentMap<String, Step> steps = new ConcurrentHashMap<>();
  private final Map<String, Step> drafts = new HashMap<>();
  private final Executor pool;

  Workflow(Executor pool) {
    this.pool = pool;
  }

  void launch(String id) {
    Step step = steps.get(id);
    if (step.getState() == Step.State.READY) {
      step.setState(Step.State.RUNNING); // want UnguardedCheckThenAct "state"
      pool.execute(() -> System.out.println(id));
    }
  }

  void launchRight(String id) {
    Step step = steps.get(id);
    if (step.start()) {
      pool.execute(() -> step.setState(Step.State.DONE));
    }
  }

  /** Nobody says that this field is for several threads. */
  void plain(String id) {
    Step step = steps.get(id);
    if (step.isPlain()) {
      step.setPlain(Step.State.RUNNING);
      pool.execute(() -> System.out.println(id));
    }
  }

  /** One thread has the drafts. */
  void draft(String id) {
    Step step = drafts.get(id);
    if (step.getState() == Step.State.READY) {
      step.setState(Step.State.RUNNING);
      System.out.println(id);
    }
  }
}
