package org.example.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A library that cases get as class files only, bodies and all. */
public class Courier {
  private final List<Receiver> receivers = new ArrayList<>();
  private final Path depot;
  private volatile boolean open = true;

  public Courier(Path depot) {
    this.depot = depot;
  }

  /** Calls receivers with its own lock held. */
  public synchronized void announce(String parcel) {
    for (Receiver receiver : receivers) {
      receiver.arrived(parcel);
    }
  }

  public synchronized void register(Receiver receiver) {
    receivers.add(receiver);
  }

  public synchronized void forget(Receiver receiver) {
    receivers.remove(receiver);
  }

  /** Reads a file, two calls down. */
  public String label(String parcel) {
    return lookUp(parcel).trim();
  }

  private String lookUp(String parcel) {
    try {
      return Files.readString(depot.resolve(parcel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on until it is closed. */
  public int route(int seed) {
    int x = seed;
    while (open) {
      x = x * 31 + 7;
    }
    return x;
  }

  /** Neither waits nor loops. */
  public int weight(String parcel) {
    return parcel.length();
  }

  public void close() {
    open = false;
  }
}
