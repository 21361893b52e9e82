using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The methods of a network's groups. What many groups do at other offsets, as those of a block that is repeated, stands in one method: C#
/// and the JIT compile it once. Each group has a method of its own all the same, whose name tells a profile and a stack trace what runs.
/// </summary>
internal sealed class GroupMethods
{
    /// <summary>About how long the method of a group is that calls another.</summary>
    private const int CharactersOfCall = 160;

    private readonly Dictionary<FusedGroup, MethodText> texts = [];
    private readonly Dictionary<FusedGroup, SharedMethod> shared = [];
    private readonly HashSet<SharedMethod> printed = [];

    /// <param name="passes">All passes of the network.</param>
    /// <param name="depth">How far methods are indented.</param>
    public GroupMethods(IReadOnlyList<NetworkPass> passes, int depth)
    {
        var writer = new CodeWriter(depth, capacity: 1 << 13);
        foreach (NetworkPass pass in passes)
            foreach (FusedGroup group in pass.Groups)
                texts.Add(group, KernelEmitter.Print(group, pass.Program.Memory, writer));
        var taken = new HashSet<string>(texts.Keys.Select(group => group.Name), StringComparer.Ordinal);
        foreach (IGrouping<string, MethodText> ofAnySize in texts.Values.GroupBy(text => text.Key()))
        {
            MethodText[][] alike = [.. ofAnySize.GroupBy(text => text.KeyOfSizes()).Select(users => users.ToArray())];
            if (alike.Length > 1 && IsShorter(alike))
                Share([.. ofAnySize]);
            else
                foreach (MethodText[] users in alike)
                    if (IsShorter(users[0].Length, users.Length))
                        Share(users);
        }

        void Share(MethodText[] users)
        {
            var method = new SharedMethod(Unique(Name(users), taken), users);
            foreach (MethodText user in users)
                shared.Add(user.Group, method);
        }
    }

    /// <summary>Prints the methods of a pass, and before the first that calls it each method that they have in common.</summary>
    public void Emit(CodeWriter writer, NetworkPass pass)
    {
        bool isCall = false;
        foreach (FusedGroup group in pass.Groups)
        {
            bool wasCall = isCall;
            isCall = shared.TryGetValue(group, out SharedMethod? method);
            if (!isCall)
            {
                writer.Line();
                texts[group].Emit(writer);
                continue;
            }

            if (printed.Add(method!))
            {
                writer.Line();
                method!.Emit(writer);
                wasCall = false;
            }

            if (!wasCall)
                writer.Line();
            method!.EmitCall(writer, texts[group]);
        }
    }

    /// <summary>
    /// Whether one method takes a third of the text away. Where it takes less, methods of their own are as quick to read, each with the
    /// names of its layers.
    /// </summary>
    private static bool IsShorter(int length, int users) => 2 * users * length > 3 * (length + (users * CharactersOfCall));

    /// <summary>Whether one method with sizes takes as much away of what there is without.</summary>
    private static bool IsShorter(MethodText[][] alike)
    {
        MethodText[] all = [.. alike.SelectMany(users => users)];
        int separate = alike.Sum(users => IsShorter(users[0].Length, users.Length)
            ? users[0].Length + (users.Length * CharactersOfCall)
            : users.Length * users[0].Length);
        return 2 * separate > 3 * (all[0].Length + (all.Length * (CharactersOfCall + new SharedSizes(all).CharactersOfCall)));
    }

    /// <summary>After what the layers do, and with how much where that is the same for all.</summary>
    private static string Name(MethodText[] users) =>
        users.All(user => user.Kind == users[0].Kind) ? users[0].Kind : GroupNames.OfKind(users[0].Group);

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = name + "_" + Literals.Integer(number);
        return unique;
    }
}
