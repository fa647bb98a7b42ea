package org.example.courier;

/** Is told what arrives. */
public interface Receiver {
  void arrived(String parcel);
}
