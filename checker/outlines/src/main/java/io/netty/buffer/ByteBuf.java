package io.netty.buffer;

import java.nio.charset.Charset;

/** Outline of Netty 4's {@code ByteBuf}. */
public abstract class ByteBuf implements Comparable<ByteBuf> {
  public abstract int readerIndex();

  public abstract ByteBuf readerIndex(int n);

  public abstract int readableBytes();

  public abstract boolean isReadable();

  public abstract ByteBuf markReaderIndex();

  public abstract ByteBuf resetReaderIndex();

  public abstract byte getByte(int n);

  public abstract int getInt(int n);

  public abstract byte readByte();

  public abstract int readInt();

  public abstract long readLong();

  public abstract ByteBuf readBytes(int n);

  public abstract ByteBuf readBytes(byte[] values);

  public abstract ByteBuf skipBytes(int n);

  public abstract ByteBuf writeByte(int n);

  public abstract ByteBuf writeInt(int n);

  public abstract ByteBuf writeLong(long n);

  public abstract ByteBuf writeBytes(ByteBuf byteBuf);

  public abstract ByteBuf writeBytes(byte[] values);

  public abstract String toString(Charset charset);

  public abstract ByteBuf retain();

  public abstract boolean release();
}
