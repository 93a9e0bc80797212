/* A walk through the tree without recursion: a chain may be as long as memory. */
#include "graph/tree.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

/* The children of every node as lists: the first child, and each one's next sibling. */
struct family {
    uint32_t *first;
    uint32_t *next;
};

static vcl_status list_children(struct family *family, const vcl_tree *tree, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&family->first, tree->count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&family->next, tree->count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < tree->count; i++) {
        family->first[i] = VCL_NONE;
    }
    for (uint32_t i = tree->count; i > 0; i--) {
        uint32_t parent = tree->parent[i - 1];
        if (parent != VCL_NONE) {
            family->next[i - 1] = family->first[parent];
            family->first[parent] = i - 1;
        }
    }
done:
    return status;
}

/* A jump is as long as the two before it together, or a single step: skew binary numbers. */
static void enter_child(vcl_tree *tree, uint32_t child, uint32_t time)
{
    uint32_t parent = tree->parent[child];
    uint32_t once = tree->jump[parent];
    uint32_t twice = tree->jump[once];
    bool longer = tree->depth[parent] - tree->depth[once] == tree->depth[once] - tree->depth[twice];

    tree->enter[child] = time;
    tree->depth[child] = tree->depth[parent] + 1;
    tree->jump[child] = longer ? twice : parent;
}

static void walk(vcl_tree *tree, struct family *family)
{
    uint32_t at = tree->root;
    uint32_t time = 1;

    tree->enter[at] = time++;
    tree->jump[at] = at;
    for (;;) {
        uint32_t child = family->first[at];
        if (child != VCL_NONE) {
            family->first[at] = family->next[child];
            enter_child(tree, child, time++);
            at = child;
        } else {
            tree->leave[at] = time;
            if (at == tree->root) {
                return;
            }
            at = tree->parent[at];
        }
    }
}

vcl_status vcl_tree_init(vcl_tree *tree, uint32_t *parent, uint32_t count, uint32_t root,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct family family = { 0 };

    *tree = (vcl_tree){ .count = count, .root = root, .parent = parent };
    TRY(vcl_alloc(&tree->enter, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&tree->leave, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&tree->depth, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&tree->jump, count, sizeof(uint32_t), err));
    TRY(list_children(&family, tree, err));
    walk(tree, &family);
done:
    free(family.first);
    free(family.next);
    return status;
}

void vcl_tree_release(vcl_tree *tree)
{
    free(tree->parent);
    free(tree->enter);
    free(tree->leave);
    free(tree->depth);
    free(tree->jump);
    *tree = (vcl_tree){ 0 };
}

void vcl_tree_trim(vcl_tree *tree)
{
    free(tree->depth);
    free(tree->jump);
    tree->depth = NULL;
    tree->jump = NULL;
}

/* The times at which a walk enters the nodes are 1, 2, 3 … */
uint32_t vcl_tree_order(const vcl_tree *tree, uint32_t *order)
{
    for (uint32_t node = 0; node < tree->count; node++) {
        if (tree->enter[node] > 0) {
            order[tree->enter[node] - 1] = node;
        }
    }
    return tree->leave[tree->root] - 1;
}

bool vcl_tree_holds(const vcl_tree *tree, uint32_t node)
{
    return tree->enter[node] > 0;
}

bool vcl_tree_is_above(const vcl_tree *tree, uint32_t above, uint32_t below)
{
    return tree->enter[above] <= tree->enter[below] && tree->enter[below] < tree->leave[above];
}

uint32_t vcl_tree_meet(const vcl_tree *tree, uint32_t a, uint32_t b)
{
    while (!vcl_tree_is_above(tree, a, b)) {
        a = vcl_tree_is_above(tree, tree->jump[a], b) ? tree->parent[a] : tree->jump[a];
    }
    return a;
}
