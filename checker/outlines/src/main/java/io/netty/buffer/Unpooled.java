package io.netty.buffer;

import java.nio.charset.Charset;

/** Outline of Netty 4's {@code Unpooled}. */
public final class Unpooled {
  public static final ByteBuf EMPTY_BUFFER = null;

  private Unpooled() {}

  public static native ByteBuf buffer();

  public static native ByteBuf buffer(int n);

  public static native ByteBuf wrappedBuffer(byte[] values);

  public static native ByteBuf copiedBuffer(CharSequence charSequence, Charset charset);
}
