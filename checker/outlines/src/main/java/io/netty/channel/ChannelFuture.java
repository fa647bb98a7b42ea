package io.netty.channel;

/** Fake of Netty's future of a channel. */
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;

public interface ChannelFuture extends Future<Void> {
  Channel channel();

  @Override
  ChannelFuture addListener(GenericFutureListener<? extends Future<? super Void>> listener);

  @Override
  ChannelFuture sync() throws InterruptedException;

  @Override
  ChannelFuture syncUninterruptibly();

  @Override
  ChannelFuture await() throws InterruptedException;

  @Override
  ChannelFuture awaitUninterruptibly();
}
