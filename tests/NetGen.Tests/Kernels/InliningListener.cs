using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Hears from the JIT which calls it did not inline. A kernel whose vector operations are real calls is many times slower, and says
/// nothing: the JIT stops inlining into a method with 512 locals. Only what the thread that made the listener lets compile counts: other
/// tests run at the same time, also at widths that the machine has not.
/// </summary>
internal sealed class InliningListener : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    private readonly ConcurrentQueue<(string Method, string Call, string Reason)> refused = new();
    private readonly ThreadOfEvents source = new();
    private long thread;

    public InliningListener()
    {
        EnableEvents(source, EventLevel.LogAlways);
        source.Tell();
    }

    /// <summary>All calls that stayed, with the method that makes them and the JIT's reason.</summary>
    public IEnumerable<(string Method, string Call, string Reason)> Calls => refused;

    /// <summary>Vector operations among them.</summary>
    public IEnumerable<(string Method, string Call, string Reason)> VectorCalls => Calls.Where(call =>
        call.Call.StartsWith("NetGen.Runtime.Simd", StringComparison.Ordinal)
        || call.Call.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal));

    /// <summary>How many calls the JIT has told of.</summary>
    public int Count => refused.Count;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource == source)
            thread = eventData.OSThreadId;
        if (eventData.OSThreadId != thread
            || eventData.EventName?.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) != true)
            return;
        string Text(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)]?.ToString() ?? "";
        refused.Enqueue((
            $"{Text("MethodBeingCompiledNamespace")}.{Text("MethodBeingCompiledName")}",
            $"{Text("InlineeNamespace")}.{Text("InlineeName")}",
            Text("FailReason")));
    }

    public override void Dispose()
    {
        base.Dispose();
        source.Dispose();
    }

    /// <summary>Its one event carries the number that the JIT's events have for the thread that calls it.</summary>
    private sealed class ThreadOfEvents : EventSource
    {
        [Event(1)]
        public void Tell() => WriteEvent(1);
    }
}
