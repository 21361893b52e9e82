namespace NetGen.Runtime;

/// <summary>
/// Workspaces of one program and capacity, each for the calling thread alone, that any thread takes and gives back without a lock.
/// </summary>
/// <remarks>
/// The slots form a list that only grows, to the largest number of workspaces in use at once; a workspace is taken and put back by
/// exchanging a slot's content, so that no slot is ever removed and none can be mistaken for another.
/// </remarks>
internal sealed class WorkspacePool(ProgramPlan plan, ParameterMemory memory, int capacity)
{
    private Slot? slots;

    public Workspace Rent()
    {
        for (Slot? slot = Volatile.Read(ref slots); slot is not null; slot = slot.Next)
        {
            if (Interlocked.Exchange(ref slot.Content, null) is Workspace found)
                return found;
        }

        return new Workspace(plan, memory, capacity, Workers.Single);
    }

    public void Return(Workspace workspace)
    {
        for (Slot? slot = Volatile.Read(ref slots); slot is not null; slot = slot.Next)
        {
            if (Interlocked.CompareExchange(ref slot.Content, workspace, null) is null)
                return;
        }

        var added = new Slot { Content = workspace };
        do
            added.Next = Volatile.Read(ref slots);
        while (Interlocked.CompareExchange(ref slots, added, added.Next) != added.Next);
    }

    private sealed class Slot
    {
        public Workspace? Content;
        public Slot? Next;
    }
}
