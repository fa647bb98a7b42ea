package com.google.common.eventbus;

/** Outline of Guava's {@code EventBus}. */
public class EventBus {
  public EventBus() {}

  public EventBus(String text) {}

  public native void register(Object object);

  public native void unregister(Object object);

  public native void post(Object object);
}
