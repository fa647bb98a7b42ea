package io.netty.buffer;

/** Fake of Netty's buffer. */
public abstract class ByteBuf {
  public abstract boolean isReadable();

  public abstract int readableBytes();

  public abstract int readInt();

  public abstract byte readByte();
}
