package org.springframework.core.task;

import java.util.concurrent.Executor;

/** Outline of Spring's {@code TaskExecutor}. */
public interface TaskExecutor extends Executor {
  void execute(Runnable runnable);
}
