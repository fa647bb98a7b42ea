package org.springframework.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ScheduledFuture;

/** Outline of Spring's {@code TaskScheduler}. */
public interface TaskScheduler {
  default ScheduledFuture<?> schedule(Runnable runnable, Instant instant) {
    throw new UnsupportedOperationException();
  }

  ScheduledFuture<?> schedule(Runnable runnable, Date date);

  default ScheduledFuture<?> scheduleAtFixedRate(
      Runnable runnable, Instant instant, Duration duration) {
    throw new UnsupportedOperationException();
  }

  ScheduledFuture<?> scheduleAtFixedRate(Runnable runnable, Date date, long n);

  default ScheduledFuture<?> scheduleAtFixedRate(Runnable runnable, Duration duration) {
    throw new UnsupportedOperationException();
  }

  ScheduledFuture<?> scheduleAtFixedRate(Runnable runnable, long n);

  default ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable runnable, Instant instant, Duration duration) {
    throw new UnsupportedOperationException();
  }

  ScheduledFuture<?> scheduleWithFixedDelay(Runnable runnable, Date date, long n);

  default ScheduledFuture<?> scheduleWithFixedDelay(Runnable runnable, Duration duration) {
    throw new UnsupportedOperationException();
  }

  ScheduledFuture<?> scheduleWithFixedDelay(Runnable runnable, long n);
}
