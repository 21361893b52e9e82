using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Hears from the JIT which calls it did not inline. A kernel whose vector operations are real calls is many times slower, and says
/// nothing: the JIT stops inlining into a method with 512 locals.
/// </summary>
internal sealed class InliningListener : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    private readonly ConcurrentQueue<(string Method, string Call, string Reason)> refused = new();

    /// <summary>
    /// All calls that stayed, with the method that makes them and the JIT's reason. Where the machine has no vectors of 512 bits, other
    /// tests run them in software at the same time: those do not count.
    /// </summary>
    public IEnumerable<(string Method, string Call, string Reason)> Calls => refused.Where(call =>
        VectorWidth.IsOfMachine(16) || !call.Call.Contains("512", StringComparison.Ordinal));

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
        if (eventData.EventName?.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) != true)
            return;
        string Text(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)]?.ToString() ?? "";
        refused.Enqueue((
            $"{Text("MethodBeingCompiledNamespace")}.{Text("MethodBeingCompiledName")}",
            $"{Text("InlineeNamespace")}.{Text("InlineeName")}",
            Text("FailReason")));
    }
}
