using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Tells the user, once a process, that a network's code was compiled without optimisation, as C#'s Debug configuration does: what is this
/// network's own then runs slower, several times where it has normalisations, and nothing else would say why.
/// </summary>
internal static class UnoptimizedBuild
{
    /// <summary>An AppContext switch that silences the notice, for programs whose standard error is read by others.</summary>
    public const string SilenceSwitch = "NetGen.SilenceUnoptimizedBuild";

    private static int isTold;

    /// <summary>Writes the notice to standard error. A debugger's user wants such code, and native code is not the JIT's: neither is told.</summary>
    public static void Tell(Type network)
    {
        if (isTold != 0 || Debugger.IsAttached || !RuntimeFeature.IsDynamicCodeCompiled)
            return;
        if (AppContext.TryGetSwitch(SilenceSwitch, out bool isSilent) && isSilent)
            return;
        if (Notice(network.Name, network.Assembly) is string notice && Interlocked.Exchange(ref isTold, 1) == 0)
            Console.Error.WriteLine(notice);
    }

    /// <summary>The notice for a network of this assembly; null where the assembly is optimised.</summary>
    public static string? Notice(string network, Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? $"NetGen: {network} runs slower than it could, since '{assembly.GetName().Name}' was compiled without optimisation (Debug). "
                + "<Optimize>true</Optimize> in its project file mends it; so does -c Release."
            : null;
}
