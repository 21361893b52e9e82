using System.Collections.Concurrent;

namespace NetGen.Data;

/// <summary>Buffers that threads take and give back. It has as many as threads ever worked at once.</summary>
/// <param name="make">Makes one.</param>
internal sealed class BufferPool<T>(Func<T> make)
    where T : class
{
    private readonly ConcurrentQueue<T> free = [];
    private T? first;

    /// <summary>A free one, or a new one.</summary>
    public T Rent() => Interlocked.Exchange(ref first, null) ?? (free.TryDequeue(out T? next) ? next : make());

    /// <summary>Gives one back.</summary>
    public void Return(T buffers)
    {
        if (Interlocked.CompareExchange(ref first, buffers, null) is not null)
            free.Enqueue(buffers);
    }
}
